package org.dalil.platform.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/**
 * A {@code uuid} column that may be null: EclipseLink 4.0.9's own conversion fails on null (ids and the like never are). The
 * driver takes text and gives back a UUID, hence no narrower type of the column.
 */
@Converter
public class UuidColumn implements AttributeConverter<UUID, Object> {

    @Override
    public Object convertToDatabaseColumn(UUID id) {
        return id == null ? null : id.toString();
    }

    @Override
    public UUID convertToEntityAttribute(Object column) {
        return column == null ? null : UUID.fromString(column.toString());
    }
}
