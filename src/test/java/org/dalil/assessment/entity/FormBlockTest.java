package org.dalil.assessment.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.dalil.course.entity.Form;
import org.junit.jupiter.api.Test;

class FormBlockTest {

    @Test
    void each_order_has_two_of_each_and_all_six_orders_occur() {
        Set<String> orders = new HashSet<>();
        for (int random = -6; random < 6; random++) {
            FormBlock block = FormBlock.fresh(random);
            orders.add(block.forms());
            int balance = 0;
            for (int taken = 1; taken <= 4; taken++) {
                balance += new FormBlock(block.forms(), taken).latest() == Form.A ? 1 : -1;
                assertTrue(Math.abs(balance) <= 2);
            }
            assertEquals(0, balance);
        }
        assertEquals(6, orders.size());
    }
}
