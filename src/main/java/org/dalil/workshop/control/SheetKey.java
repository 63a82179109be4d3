package org.dalil.workshop.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.dalil.platform.control.Keys;
import org.dalil.workshop.entity.SheetSeal;

/** This installation's key for sheets of paper. */
@ApplicationScoped
public class SheetKey {

    @Inject Keys keys;

    public SheetSeal seal() {
        return new SheetSeal(keys.key("sheet", Keys.CURRENT, "HmacSHA256"));
    }
}
