package org.dalil.platform.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.authz.UnauthenticatedException;
import org.apache.shiro.authz.UnauthorizedException;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.subject.support.SubjectThreadState;
import org.dalil.platform.entity.OpenToAll;
import org.junit.jupiter.api.Test;

class DoorInterceptorTest {

    /** A door as features write them. */
    static class Lamps {
        @OpenToAll public String look() {
            return "lit";
        }

        @RequiresPermissions("lamp:light") public String light() {
            return "lit";
        }

        @RequiresAuthentication public String touch() {
            return "touched";
        }

        public String forgotten() {
            return "never";
        }

        String forgottenAndHidden() {
            return "never";
        }
    }

    /** Gives "lamp:light" to the keeper. */
    static class LampRealm extends AuthorizingRealm {
        @Override protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
            return new SimpleAuthenticationInfo(token.getPrincipal(), token.getCredentials(), "lamps");
        }

        @Override protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
            SimpleAuthorizationInfo info = new SimpleAuthorizationInfo();
            if ("keeper".equals(principals.getPrimaryPrincipal())) {
                info.addStringPermission("lamp:*");
            }
            return info;
        }
    }

    private static Object call(String name) throws Exception {
        return new DoorInterceptor().guard(new Call(new Lamps(), Lamps.class.getDeclaredMethod(name)));
    }

    private static <T> T as(String who, boolean authenticated, Callable<T> work) throws Exception {
        SubjectThreadState thread = new SubjectThreadState(new Subject.Builder(new DefaultSecurityManager(new LampRealm()))
                .principals(new SimplePrincipalCollection(who, "lamps")).authenticated(authenticated)
                .sessionCreationEnabled(false).buildSubject());
        thread.bind();
        try {
            return work.call();
        } finally {
            thread.restore();
        }
    }

    @Test
    void anyone_may_do_what_is_open_to_all() throws Exception {
        assertEquals("lit", call("look"));
    }

    @Test
    void a_stranger_is_asked_to_sign_in() {
        assertThrows(UnauthenticatedException.class, () -> call("light"));
        assertThrows(UnauthenticatedException.class, () -> call("touch"));
    }

    @Test
    void whoever_may_gets_in_and_whoever_may_not_does_not() throws Exception {
        assertEquals("lit", as("keeper", true, () -> call("light")));
        assertEquals("touched", as("guest", true, () -> call("touch")));
        assertThrows(UnauthorizedException.class, () -> as("guest", true, () -> call("light")));
    }

    @Test
    void half_signed_in_is_not_signed_in() {
        assertThrows(UnauthenticatedException.class, () -> as("keeper", false, () -> call("light")));
    }

    @Test
    void a_method_that_does_not_say_who_may_lets_nobody_in() {
        for (String method : new String[] {"forgotten", "forgottenAndHidden"}) {
            assertThrows(UnauthorizedException.class, () -> call(method));
            assertThrows(UnauthorizedException.class, () -> as("keeper", true, () -> call(method)));
            assertThrows(UnauthorizedException.class, () -> SystemSubject.call("timer", () -> call(method)));
        }
    }

    @Test
    void the_system_enters_under_a_name_and_is_nobody_afterwards() throws Exception {
        assertEquals("lit", SystemSubject.call("lamplighter", () -> {
            assertEquals("system:lamplighter", AuditTrail.actor());
            SystemSubject.run("apprentice", () -> assertEquals("system:apprentice", AuditTrail.actor()));
            assertEquals("system:lamplighter", AuditTrail.actor());
            return call("light");
        }));
        assertEquals("anyone", AuditTrail.actor());
        assertThrows(UnauthenticatedException.class, () -> call("light"));
        assertEquals("staff:keeper", as("keeper", true, AuditTrail::actor));
    }

    /** A door whose database ends the transaction some times, wrapped as the mapper wraps it. */
    static class Doors {
        private final SQLException fault;
        private int failures;

        Doors(int failures, SQLException fault) {
            this.failures = failures;
            this.fault = fault;
        }

        @OpenToAll public String open() {
            if (failures-- > 0) {
                throw new PersistenceException(fault);
            }
            return "open";
        }
    }

    private static Object open(Doors doors) throws Exception {
        return new DoorInterceptor().guard(new Call(doors, Doors.class.getDeclaredMethod("open")));
    }

    @Test
    void what_another_transaction_ended_is_done_again() throws Exception {
        assertEquals("open", open(new Doors(3, new SQLException("Deadlock found", "40001", 1213))));
        assertEquals("open", open(new Doors(1, new SQLException("Lock wait timeout exceeded", "HY000", 1205))));
        assertThrows(PersistenceException.class, () -> open(new Doors(4, new SQLException("Deadlock found", "40001", 1213))));
    }

    @Test
    void what_failed_for_another_reason_is_not_done_again() {
        assertThrows(PersistenceException.class, () -> open(new Doors(1, new SQLException("Socket error", "08000"))));
    }

    private record Call(Object getTarget, Method getMethod) implements InvocationContext {
        @Override public Object proceed() throws Exception {
            getMethod.setAccessible(true);
            try {
                return getMethod.invoke(getTarget);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }

        @Override public Object getTimer() {
            return null;
        }

        @Override public Constructor<?> getConstructor() {
            return null;
        }

        @Override public Object[] getParameters() {
            return new Object[0];
        }

        @Override public void setParameters(Object[] parameters) { }

        @Override public Map<String, Object> getContextData() {
            return Map.of();
        }
    }
}
