package org.dalil.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B. */
    private final Totp rfc = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
        "20000000000, 353130"})
    void codes_are_those_of_the_rfc(long second, String code) {
        assertEquals(OptionalLong.of(second / 30), rfc.stepOf(code, Instant.ofEpochSecond(second)));
    }

    @ParameterizedTest
    @CsvSource({"٢٨٧٠٨٢", "۲۸۷۰۸۲", "287 082", "' 287-082 '"})
    void a_code_may_be_typed_in_any_of_our_digits(String code) {
        assertTrue(rfc.stepOf(code, Instant.ofEpochSecond(59)).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"287083", "28708", "2870820", "abcdef", "''", "#{7*7}", "-287082x"})
    void anything_else_is_wrong(String code) {
        assertTrue(rfc.stepOf(code, Instant.ofEpochSecond(59)).isEmpty());
        assertTrue(rfc.stepOf(null, Instant.ofEpochSecond(59)).isEmpty());
    }

    @Test
    void a_clock_half_a_minute_off_does_no_harm_and_a_minute_does() {
        assertTrue(rfc.stepOf("287082", Instant.ofEpochSecond(89)).isPresent());
        assertTrue(rfc.stepOf("287082", Instant.ofEpochSecond(10)).isPresent());
        assertTrue(rfc.stepOf("287082", Instant.ofEpochSecond(120)).isEmpty());
    }

    @Test
    void a_code_is_good_once_and_an_older_one_never_again() {
        SecondFactor factor = new SecondFactor(StaffId.make(), new byte[1], 1, 100, Instant.EPOCH);
        assertFalse(factor.accept(OptionalLong.of(100)));
        assertTrue(factor.accept(OptionalLong.of(102)));
        assertFalse(factor.accept(OptionalLong.of(102)));
        assertFalse(factor.accept(OptionalLong.of(101)));
        assertFalse(factor.accept(OptionalLong.empty()));
        assertTrue(factor.accept(OptionalLong.of(103)));
    }

    @Test
    void the_secret_is_shown_in_base_32_and_scanned_with_a_neutral_name() {
        assertEquals("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", rfc.text());
        assertEquals("otpauth://totp/Dalil:%D9%87%D8%A7%D9%86%D8%A7?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Dalil",
                rfc.address("هانا"));
        assertEquals(20, Totp.make().secret().length);
    }
}
