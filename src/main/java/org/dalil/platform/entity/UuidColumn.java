package org.dalil.platform.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** A {@code uuid} column that may be null: EclipseLink 4.0.9's own conversion fails on null (ids and the like never are). */
@Converter
public class UuidColumn implements AttributeConverter<UUID, String> {

    @Override
    public String convertToDatabaseColumn(UUID id) {
        return id == null ? null : id.toString();
    }

    @Override
    public UUID convertToEntityAttribute(String column) {
        return column == null ? null : UUID.fromString(column);
    }
}
