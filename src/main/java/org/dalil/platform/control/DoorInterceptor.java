package org.dalil.platform.control;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.shiro.authz.AuthorizationException;
import org.apache.shiro.authz.UnauthenticatedException;
import org.apache.shiro.authz.UnauthorizedException;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.apache.shiro.authz.annotation.RequiresRoles;
import org.apache.shiro.authz.aop.AuthenticatedAnnotationHandler;
import org.apache.shiro.authz.aop.AuthorizingAnnotationHandler;
import org.apache.shiro.authz.aop.PermissionAnnotationHandler;
import org.apache.shiro.authz.aop.RoleAnnotationHandler;
import org.apache.shiro.util.ThreadContext;
import org.dalil.platform.entity.Guarded;
import org.dalil.platform.entity.OpenToAll;

/**
 * Asks at every door who may, before a transaction begins: Shiro's own annotations are no interceptor bindings. A method
 * that doesn't say who may call it lets nobody in, package-private ones included. And does again what the database ended
 * because of another transaction: that is no reason to turn a learner away.
 */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class DoorInterceptor {

    private static final Logger LOG = Logger.getLogger(DoorInterceptor.class.getName());

    /** A room full of phones meets once or twice; what still fails then has another reason. */
    private static final int MOST_AGAIN = 3;

    private static final Map<Class<? extends Annotation>, AuthorizingAnnotationHandler> HANDLERS = Map.of(
            RequiresPermissions.class, new PermissionAnnotationHandler(),
            RequiresRoles.class, new RoleAnnotationHandler(),
            RequiresAuthentication.class, new AuthenticatedAnnotationHandler());

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /**
     * @throws UnauthenticatedException if nobody is signed in
     * @throws UnauthorizedException    if someone is who may not, or the method says nothing
     */
    @AroundInvoke
    Object guard(InvocationContext call) throws Exception {
        Method method = call.getMethod();
        if (!method.isAnnotationPresent(OpenToAll.class)) {
            refuseStrangers(method);
        }
        for (int again = 0; ; again++) {
            try {
                return call.proceed();
            } catch (Exception e) {
                if (again == MOST_AGAIN || !Contention.isCauseOf(e) || isInside()) {
                    throw e;
                }
                LOG.log(Level.FINE, "{0} met another transaction and is done again", method.getName());
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(5, 25) * (again + 1L));
            }
        }
    }

    /** Whether a transaction goes on around this call: then all of it has to be done again, at the door where it began. */
    private boolean isInside() {
        return transactions != null && transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    private static void refuseStrangers(Method method) throws AuthorizationException {
        List<Annotation> conditions = Arrays.stream(method.getAnnotations())
                .filter(a -> HANDLERS.containsKey(a.annotationType())).toList();
        if (conditions.isEmpty()) {
            throw new UnauthorizedException(method.getDeclaringClass().getSimpleName() + "." + method.getName()
                    + " does not say who may call it");
        }
        if (SystemSubject.name().isPresent()) {
            return;
        }
        // Outside staff pages there is no subject at all, and Shiro would complain about its own set-up instead.
        if (ThreadContext.getSubject() == null || !ThreadContext.getSubject().isAuthenticated()) {
            throw new UnauthenticatedException("nobody is signed in");
        }
        conditions.forEach(c -> HANDLERS.get(c.annotationType()).assertAuthorized(c));
    }
}
