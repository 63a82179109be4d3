package org.dalil.platform.control;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
 * that doesn't say who may call it lets nobody in, package-private ones included.
 */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class DoorInterceptor {

    private static final Map<Class<? extends Annotation>, AuthorizingAnnotationHandler> HANDLERS = Map.of(
            RequiresPermissions.class, new PermissionAnnotationHandler(),
            RequiresRoles.class, new RoleAnnotationHandler(),
            RequiresAuthentication.class, new AuthenticatedAnnotationHandler());

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
        return call.proceed();
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
