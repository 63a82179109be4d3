package org.dalil.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.dalil.report.entity.Batch;
import org.dalil.report.entity.Cube;
import org.dalil.report.entity.Dimension;
import org.dalil.report.entity.PublishedCourse;
import org.dalil.report.entity.Stage;

/** Batches and the tables made of them, kept in memory until there is another batch: they never change. */
@ApplicationScoped
public class Shelf {

    private record Layout(Stage stage, Dimension rows, Optional<Dimension> columns) { }

    private record Kept(int last, Map<Stage, List<Batch>> batches, Map<Layout, Cube> cubes) { }

    @Inject BatchStore store;
    @Inject GroupSize size;

    private volatile Kept kept = new Kept(0, Map.of(), new ConcurrentHashMap<>());

    private Kept now() {
        int last = store.last();
        Kept now = kept;
        return now.last() >= last ? now : read(last);
    }

    /** Only what is new is read: forty thousand batches take seconds. One at a time: who comes meanwhile waits for the same batches. */
    private synchronized Kept read(int last) {
        // Whoever asked before somebody else's batch finds it here: nothing is read twice.
        if (kept.last() < last) {
            Map<Stage, List<Batch>> batches = new EnumMap<>(Stage.class);
            for (Stage stage : Stage.values()) {
                batches.put(stage, Stream.concat(kept.batches().getOrDefault(stage, List.of()).stream(),
                        store.all(stage, kept.last(), last).stream()).toList());
            }
            kept = new Kept(last, batches, new ConcurrentHashMap<>());
        }
        return kept;
    }

    /** In the order in which they were made. */
    public List<Batch> batches(Stage stage) {
        return now().batches().getOrDefault(stage, List.of());
    }

    /** The table of all of them. */
    public Cube cube(Stage stage, Dimension rows, Optional<Dimension> columns) {
        Kept now = now();
        return now.cubes().computeIfAbsent(new Layout(stage, rows, columns),
                l -> Cube.from(now.batches().getOrDefault(stage, List.of()), rows, columns, size.get()));
    }

    /** The figures of every course that has some. */
    public List<PublishedCourse> courses() {
        return PublishedCourse.from(batches(Stage.COURSE), size.get());
    }
}
