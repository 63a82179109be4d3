package org.dalil.assessment.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.dalil.course.entity.Form;
import org.junit.jupiter.api.Test;

class FormBlockTest {

    @Test
    void a_group_is_never_split_worse_than_by_two() {
        Random random = new Random(5);
        for (int run = 0; run < 200; run++) {
            FormBlock block = FormBlock.fresh(random.nextInt());
            int balance = 0;
            for (int card = 1; card <= 40; card++) {
                if (block.isUsedUp()) {
                    block = FormBlock.fresh(random.nextInt());
                }
                balance += block.next() == Form.A ? 1 : -1;
                block = block.afterNext();
                assertTrue(Math.abs(balance) <= 2);
                if (card % 4 == 0) {
                    assertEquals(0, balance);
                }
            }
        }
    }
}
