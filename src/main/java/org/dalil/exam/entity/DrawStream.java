package org.dalil.exam.entity;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Numbers that follow from a seed, the same on every machine and in every language: SHA-256 over the seed and a counter. */
final class DrawStream {

    private final byte[] seed;
    private int counter;
    private ByteBuffer block = ByteBuffer.allocate(0);

    DrawStream(byte[] seed) {
        this.seed = seed.clone();
    }

    private int next() {
        if (block.remaining() < Integer.BYTES) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(seed);
                block = ByteBuffer.wrap(digest.digest(ByteBuffer.allocate(Integer.BYTES).putInt(counter++).array()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
        return block.getInt() & Integer.MAX_VALUE;
    }

    /** From 0 to bound − 1, each as likely as the others. */
    int next(int bound) {
        int most = Integer.MAX_VALUE - Integer.MAX_VALUE % bound;
        int drawn = next();
        while (drawn >= most) {
            drawn = next();
        }
        return drawn % bound;
    }

    /** In another order (Fisher and Yates). */
    <T> List<T> shuffled(List<T> things) {
        List<T> shuffled = new ArrayList<>(things);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = next(i + 1);
            T held = shuffled.set(i, shuffled.get(j));
            shuffled.set(j, held);
        }
        return shuffled;
    }
}
