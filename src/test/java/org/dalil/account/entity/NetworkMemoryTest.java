package org.dalil.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkMemoryTest {

    private final NetworkMemory<Integer> memory = new NetworkMemory<>();

    private int count(String address) {
        return memory.change(address, () -> 0, before -> before + 1);
    }

    @Test
    void a_network_is_one_whichever_of_its_addresses_asks() {
        assertEquals(Optional.empty(), memory.of("192.0.2.1"));
        assertEquals(1, count("2001:db8:1:2::1"));
        assertEquals(2, count("2001:db8:1:2:ffff::"));
        assertEquals(Optional.of(2), memory.of("2001:db8:1:2::3"));
        assertEquals(1, count("2001:db8:1:3::1"), "the neighbours");
    }

    @Test
    void the_one_that_was_quiet_longest_is_forgotten_first() {
        count("192.0.2.1");
        count("192.0.2.2");
        for (int i = 0; i < NetworkMemory.MOST - 1; i++) {
            memory.of("192.0.2.1");
            count("10.1." + i / 250 + "." + i % 250);
        }
        assertEquals(NetworkMemory.MOST, memory.size());
        assertEquals(Optional.of(1), memory.of("192.0.2.1"), "asked about all the time");
        assertEquals(Optional.empty(), memory.of("192.0.2.2"));
    }
}
