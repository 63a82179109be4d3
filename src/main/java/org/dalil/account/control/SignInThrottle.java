package org.dalil.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.dalil.account.entity.Network;
import org.dalil.account.entity.StaffId;
import org.dalil.account.entity.StaffName;
import org.dalil.account.entity.Throttle;

/** The brake on guessing passwords and codes. Names and addresses are in memory only and never leave it. */
@ApplicationScoped
public class SignInThrottle {

    @Inject
    Clock clock;

    private final Throttle names = new Throttle();
    private final Throttle addresses = new Throttle();
    private final Throttle codes = new Throttle();

    /** Whether a password for this name, or from this address, must wait. Known and unknown names are the same here. */
    public boolean isClosed(String name, String address) {
        return names.isClosed(StaffName.fold(name), clock.instant()) || addresses.isClosed(Network.of(address), clock.instant());
    }

    /** Counts a wrong password. */
    public void failed(String name, String address) {
        names.failed(StaffName.fold(name), clock.instant());
        addresses.failed(Network.of(address), clock.instant());
    }

    /** The address stays counted: who guesses could otherwise start afresh with an account of his own. */
    public void succeeded(String name) {
        names.succeeded(StaffName.fold(name));
    }

    /** Whether another code, or their own password asked again, must wait. */
    public boolean isClosed(StaffId staff) {
        return codes.isClosed(staff.toString(), clock.instant());
    }

    public void failed(StaffId staff) {
        codes.failed(staff.toString(), clock.instant());
    }

    public void succeeded(StaffId staff) {
        codes.succeeded(staff.toString());
    }
}
