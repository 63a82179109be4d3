package org.dalil.platform.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The door of a feature: the only way in from outside, and the one visible place that says who may. Each of its methods
 * carries one of Shiro's {@code @Requires…} annotations or {@link OpenToAll}; a call of one without is refused.
 *
 * <p>The check runs before {@code @Transactional}: a stranger costs no transaction. A door must not call its own guarded
 * methods, since such a call passes no interceptor.
 */
@Stereotype
@Guarded
@ApplicationScoped
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Door { }
