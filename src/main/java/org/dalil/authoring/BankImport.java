package org.dalil.authoring;

import java.util.List;
import java.util.Map;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.authoring.control.BankTable;
import org.dalil.authoring.control.UploadedBank;
import org.dalil.authoring.control.UploadedPackage;
import org.dalil.authoring.entity.BankReading;
import org.dalil.authoring.entity.Unpacked;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Course;
import org.dalil.platform.entity.Door;

/** Reads banks of exam items that certifiers upload, and writes them as a table: the format of {@code courses/}, never kept there. */
@Door
public class BankImport {

    /** Reads and checks; keeps nothing. @param files by name: {@code bank.yaml} and {@code bank.<language>.yaml} */
    @RequiresPermissions("exam:bank")
    public BankReading read(Map<String, byte[]> files, Course course) {
        return UploadedBank.read(files, course);
    }

    /**
     * A bank as one table, {@code bank.csv}, as {@link #read} takes it; without the items that a table does not hold.
     *
     * @param words by language and item id
     */
    @RequiresPermissions("exam:bank")
    public byte[] table(List<Bank.Item> items, Map<String, Map<String, Bank.ItemWords>> words) {
        return BankTable.write(items, words);
    }

    /** Whether a table holds an item. */
    @RequiresPermissions("exam:bank")
    public boolean fitsTable(Bank.Item item) {
        return BankTable.holds(item);
    }

    /** The files of a zip package, as far as they can be trusted; keeps nothing and never fails. */
    @RequiresPermissions("exam:bank")
    public Unpacked unpack(byte[] zip) {
        return UploadedPackage.unpack(zip);
    }
}
