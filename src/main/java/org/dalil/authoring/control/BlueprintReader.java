package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.dalil.course.entity.Blueprint;

/** Reads {@code blueprint.yaml}. */
final class BlueprintReader {

    private final Documents documents;
    private final String folder;

    BlueprintReader(Documents documents, String folder) {
        this.documents = documents;
        this.folder = folder;
    }

    Optional<Blueprint> read() {
        return documents.yaml(folder + "/blueprint.yaml", "blueprint").map(b -> new Blueprint(b.path("minutes").asInt(),
                b.path("pass-mark").asInt(), Fields.list(b.path("topics"), BlueprintReader::topic)));
    }

    private static Blueprint.Topic topic(JsonNode topic) {
        return new Blueprint.Topic(Fields.text(topic, "id"), topic.path("easy").asInt(), topic.path("medium").asInt(),
                topic.path("hard").asInt(), topic.path("minimum").asInt());
    }
}
