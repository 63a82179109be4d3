package org.dalil.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody without a browser: sends exactly what a test says, keeps cookies, follows nothing by itself. */
final class Visitor {

    /** Form fields in their order; a name may come twice. */
    static final class Fields {
        private final List<String[]> all = new ArrayList<>();

        Fields with(String name, String value) {
            all.add(new String[] {name, value});
            return this;
        }

        Fields without(String name) {
            Fields rest = new Fields();
            all.stream().filter(f -> !f[0].equals(name)).forEach(rest.all::add);
            return rest;
        }

        /** The same fields, one of them with another value. */
        Fields but(String name, String value) {
            return without(name).with(name, value);
        }

        String get(String name) {
            return all.stream().filter(f -> f[0].equals(name)).map(f -> f[1]).findFirst().orElse("");
        }

        String encoded() {
            List<String> parts = new ArrayList<>();
            all.forEach(f -> parts.add(URLEncoder.encode(f[0], StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(f[1], StandardCharsets.UTF_8)));
            return String.join("&", parts);
        }
    }

    /** What came back. */
    record Answer(int status, HttpHeaders headers, String body) {

        private static final Pattern INPUT = Pattern.compile("<(?:input|button)\\b[^>]*>");

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        String location() {
            return header("Location");
        }

        private static String attribute(String tag, String name) {
            Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
            return value.find() ? value.group(1) : "";
        }

        /** The hidden fields of the page's forms. */
        Fields hidden() {
            Fields fields = new Fields();
            INPUT.matcher(body).results().map(m -> m.group()).filter(tag -> attribute(tag, "type").equals("hidden"))
                    .forEach(tag -> fields.with(attribute(tag, "name"), attribute(tag, "value")));
            return fields;
        }

        /** The values that a field of this name offers: of marks and of buttons. */
        List<String> offered(String name) {
            return INPUT.matcher(body).results().map(m -> m.group()).filter(tag -> attribute(tag, "name").equals(name))
                    .map(tag -> attribute(tag, "value")).toList();
        }

        /** The selects by name, each with the values it offers. */
        Map<String, List<String>> selects() {
            Map<String, List<String>> selects = new LinkedHashMap<>();
            Pattern.compile("(?s)<select\\b([^>]*)>(.*?)</select>").matcher(body).results().forEach(m -> selects.put(
                    attribute(m.group(1), "name"), Pattern.compile("<option\\b[^>]*>").matcher(m.group(2)).results()
                            .map(o -> attribute(o.group(), "value")).filter(v -> !v.isEmpty()).toList()));
            return selects;
        }

        /** The page's fields with a first possible answer to its question. */
        Fields answered() {
            Fields fields = hidden();
            List<String> marks = offered("a");
            if (!marks.isEmpty()) {
                fields.with("a", marks.get(0));
            }
            int place = 0;
            for (Map.Entry<String, List<String>> select : selects().entrySet()) {
                fields.with(select.getKey(), select.getValue().get(place++));
            }
            return fields;
        }

        /** The words between the first tag of this pattern and the next tag. */
        Optional<String> words(String tag) {
            Matcher found = Pattern.compile(tag + "[^>]*>([^<]*)<").matcher(body);
            return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
        }
    }

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    private final DalilServer server;
    private final Map<String, String> cookies = new TreeMap<>();

    Visitor(DalilServer server) {
        this.server = server;
    }

    /** Somebody who has just been given a card for {@code spot-it}. */
    static Holder withCard(DalilServer server) {
        Visitor visitor = new Visitor(server);
        Answer begin = visitor.get("/en/c/spot-it/card");
        Answer card = visitor.post("/en/card/new", begin.hidden());
        String code = card.words("<b class=\"cd\"").orElseThrow(() -> new AssertionError("no card: " + card.status()));
        return new Holder(visitor, code.replace(" ", ""));
    }

    /** A visitor and the code of the card. */
    record Holder(Visitor visitor, String code) {

        /** Begins or goes on with the questions. @return the address of the question that is next */
        String begin(String occasion) {
            String path = "/en/c/spot-it/" + occasion;
            Answer begun = visitor.post(path, visitor.get(path).hidden());
            if (begun.status() != 303) {
                throw new AssertionError(path + " " + begun.status());
            }
            return begun.location();
        }

        /** Answers all questions and hands them in. @return where that led to */
        String takeTest(String occasion) {
            String next = begin(occasion);
            for (int most = 40; !next.endsWith("/end/questions") && most > 0; most--) {
                Answer question = visitor.get(next);
                if (question.status() == 303) {
                    next = question.location();
                } else {
                    next = visitor.post(next, question.answered()).location();
                }
            }
            return visitor.post(next, visitor.get(next).hidden()).location();
        }
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, Fields fields) {
        return send("POST", path, fields.encoded());
    }

    /** @param body of a form, or null */
    Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path))).timeout(Duration.ofSeconds(30))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue())
                    .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new Unreachable(e);
        }
    }

    /** Nobody answered, or not to the end. */
    static final class Unreachable extends RuntimeException {
        Unreachable(IOException e) {
            super(e);
        }
    }

    private synchronized void keep(String cookie) {
        String[] pair = cookie.split(";")[0].split("=", 2);
        if (pair[1].replace("\"", "").isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** Says that a form with files of this length is coming, and sends none of it. @return the first line of the answer */
    static String announced(DalilServer server, String path, long length) {
        URI site = URI.create(server.url("/"));
        try (Socket socket = new Socket(site.getHost(), site.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\nContent-Type: multipart/form-data; "
                    + "boundary=x\r\nContent-Length: " + length + "\r\n\r\n--x\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** Somebody else whose browser sends the same cookie, as somebody who came back with Back would. */
    Visitor withSameCookie() {
        Visitor other = new Visitor(server);
        other.cookies.putAll(cookies);
        return other;
    }
}
