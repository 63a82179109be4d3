package org.dalil.authoring.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTest {

    @TempDir
    Path root;

    @Test
    void a_link_is_not_followed() throws IOException {
        Files.createSymbolicLink(root.resolve("sources.yaml"), root.resolve("elsewhere"));
        CourseFiles files = CourseFiles.ofFolder(root);
        assertEquals(List.of(), files.paths());
        assertEquals("courses/sources.yaml: this is a link and no file; put the file itself here", files.findings().get(0).toString());
    }

    @Test
    void a_file_that_is_too_large_is_left_out() throws IOException {
        Files.write(root.resolve("sources.yaml"), new byte[CourseFiles.LARGEST_FILE + 1]);
        assertEquals("courses/sources.yaml: the file is larger than 512 kB; divide it or take out what does not belong here",
                CourseFiles.ofFolder(root).findings().get(0).toString());
    }

    @Test
    void hidden_files_of_an_editor_are_nobodys_business() throws IOException {
        Files.createDirectories(root.resolve(".idea"));
        Files.writeString(root.resolve(".idea/x.xml"), "x");
        Files.writeString(root.resolve(".DS_Store"), "x");
        Files.writeString(root.resolve("sources.yaml"), "x");
        CourseFiles files = CourseFiles.ofFolder(root);
        assertEquals(List.of("sources.yaml"), files.paths());
        assertEquals(List.of(), files.findings());
    }
}
