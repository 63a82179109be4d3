package org.dalil;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts real beans together without a container: fields marked for injection get what is given, or another real bean; the server's
 * resources only if they are given. An event that is not given stays away: a test that comes to fire it fails.
 */
public final class Parts {

    private final Map<Class<?>, Object> made = new HashMap<>();
    private final EntityManager database;

    /** @param given objects that stand for their type, for example a clock */
    public Parts(EntityManager database, Map<Class<?>, Object> given) {
        this.database = database;
        made.putAll(given);
    }

    /** The bean of this type, the same one each time. */
    public <T> T get(Class<T> type) {
        Object there = made.get(type);
        return type.cast(there != null ? there : make(type));
    }

    private Object make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object bean = constructor.newInstance();
            made.put(type, bean);
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(PersistenceContext.class)) {
                    set(field, bean, database);
                } else if (field.isAnnotationPresent(Inject.class) && (field.getType() != Event.class || made.containsKey(Event.class))) {
                    set(field, bean, get(field.getType()));
                } else if (field.isAnnotationPresent(Resource.class) && made.containsKey(field.getType())) {
                    set(field, bean, made.get(field.getType()));
                }
            }
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(PostConstruct.class)) {
                    method.setAccessible(true);
                    method.invoke(bean);
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no " + type, e);
        }
    }

    private static void set(Field field, Object bean, Object value) throws IllegalAccessException {
        field.setAccessible(true);
        field.set(bean, value);
    }
}
