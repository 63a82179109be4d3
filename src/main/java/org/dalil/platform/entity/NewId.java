package org.dalil.platform.entity;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/**
 * Makes ids: UUID version 7 (RFC 9562 §5.7), in the order of time, made where the thing is made so that hubs can merge.
 * Never a secret: the first 48 bits are the time.
 */
public final class NewId {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private NewId() { }

    public static UUID next() {
        return GENERATOR.generate();
    }
}
