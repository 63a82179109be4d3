package org.dalil.account.entity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request came from, as far as counting goes. Never stored. */
public final class Network {

    private Network() { }

    /** One household has 2^64 addresses of IPv6: its network is what counts. */
    public static String of(String address) {
        try {
            InetAddress parsed = address != null && address.indexOf(':') >= 0 ? InetAddress.getByName(address) : null;
            if (parsed == null) {
                return String.valueOf(address);
            }
            // ::ffff:192.0.2.1 is 192.0.2.1.
            return parsed instanceof Inet6Address ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8)) : parsed.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
