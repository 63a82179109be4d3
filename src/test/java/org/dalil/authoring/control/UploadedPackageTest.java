package org.dalil.authoring.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.dalil.authoring.entity.Unpacked;
import org.dalil.authoring.entity.Unpacked.Reason;
import org.junit.jupiter.api.Test;

/** Packages that are no tree of courses: each way of meaning no good has a name that other features can say in any language. */
class UploadedPackageTest {

    private static Map<String, Reason> leftOut(byte[] zip) {
        return UploadedPackage.unpack(zip).leftOut();
    }

    @Test
    void what_is_left_out_has_its_reason() {
        byte[] one = new Zip().with("one.xml", "x").packed();
        assertEquals(Map.of("one.xml", Reason.LINK), leftOut(Zip.typed(one, 0xA1FF)));
        assertEquals(Map.of("one.xml", Reason.LOCKED), leftOut(Zip.locked(new Zip().with("one.xml", "x").packed())));
        assertEquals(Map.of("one.xml", Reason.BOMB), leftOut(new Zip().with("one.xml", new byte[400 * 1024]).packed()));
        assertEquals(Map.of("one.xml", Reason.UNTRUE), leftOut(Zip.claiming(new Zip().with("one.xml", new byte[40 * 1024]).packed(), 10)));
        assertEquals(Map.of("One.xml", Reason.TWICE), leftOut(new Zip().with("one.xml", "x").with("One.xml", "y").packed()));
        assertEquals(Map.of("../one.xml", Reason.NAME), leftOut(new Zip().with("../one.xml", "x").packed()));
        assertEquals(Map.of("a b.xml", Reason.ODD_NAME), leftOut(new Zip().with("a b.xml", "x").packed()));
        assertEquals(Map.of("", Reason.DAMAGED), leftOut(new byte[50]));
        byte[] noise = new byte[UploadedPackage.LARGEST_FILE + 1];
        new Random(1).nextBytes(noise);
        assertEquals(Map.of("one.xml", Reason.TOO_LARGE), leftOut(new Zip().with("one.xml", noise).packed()));
        Zip many = new Zip();
        for (int i = 0; i <= CourseFiles.MOST_FILES; i++) {
            many.with("n" + i, "");
        }
        assertEquals(Map.of("", Reason.TOO_MUCH), leftOut(many.packed()));
    }

    @Test
    void only_what_happens_to_honest_people_leaves_the_rest_readable() {
        Unpacked odd = UploadedPackage.unpack(new Zip().with("one.xml", "x").with("a b.png", "y").packed());
        assertTrue(odd.spoiled().isEmpty());
        assertEquals(1, odd.files().size());
        assertTrue(UploadedPackage.unpack(new Zip().with("one.xml", "x").with("../two.xml", "y").packed()).spoiled().isPresent());
    }
}
