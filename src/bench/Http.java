import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One kept-open connection to the server, as small as it can be: the load generator shares the machine with what it measures. */
final class Http implements AutoCloseable {

    /** What came back. */
    record Answer(int status, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private static final long IDLE_NANOS = 30_000_000_000L;
    private static final int PATIENCE = 30_000;

    private final URI site;
    private long used = System.nanoTime();
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    String cookie = "";
    boolean compressed;
    private InetSocketAddress from;

    Http(String site) {
        this.site = URI.create(site);
    }

    /** From now on it is somebody at another address of this machine, if the server is on it. */
    void moveTo(String address) throws IOException {
        if (site.getHost().equals("127.0.0.1")) {
            close();
            from = new InetSocketAddress(address, 0);
        }
    }

    private void open() throws IOException {
        if (System.nanoTime() - used > IDLE_NANOS) {
            // The server cuts what was silent for a minute; a browser opens another connection then.
            close();
        }
        used = System.nanoTime();
        if (socket == null || socket.isClosed()) {
            socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE);
            socket.bind(from);
            socket.connect(new InetSocketAddress(site.getHost(), site.getPort()), 3000);
            in = new BufferedInputStream(socket.getInputStream(), 32_768);
            out = socket.getOutputStream();
        }
    }

    /** The bytes of a request, to be sent many times. */
    byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\n" + (compressed ? "Accept-Encoding: gzip\r\n" : "")
                + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n") + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    Answer get(String path) throws IOException {
        return send(request(path));
    }

    Answer post(String path, Map<String, String> fields) throws IOException {
        StringBuilder body = new StringBuilder();
        fields.forEach((k, v) -> body.append(body.length() == 0 ? "" : "&").append(URLEncoder.encode(k, StandardCharsets.UTF_8))
                .append('=').append(URLEncoder.encode(v, StandardCharsets.UTF_8)));
        byte[] bytes = body.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + bytes.length + "\r\n" + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(bytes, 0, whole, head.length, bytes.length);
        return send(whole);
    }

    /**
     * Waits as a browser does, which hears of it when its connection is cut. Thousands of threads that sleep would be a third of what the load
     * generator costs, and more the more there are: the kernel keeps all sleepers of a process in a few long lists.
     */
    void rest(long millis) throws IOException, InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        if (millis > 0 && socket != null && !socket.isClosed()) {
            socket.setSoTimeout((int) millis);
            try {
                if (in.read() >= 0) {
                    throw new IOException("an answer to nothing");
                }
                close();
            } catch (SocketTimeoutException rested) {
                socket.setSoTimeout(PATIENCE);
                return;
            } catch (SocketException cut) {
                close();
            }
        }
        Thread.sleep(Math.max(0, (end - System.nanoTime()) / 1_000_000));
    }

    Answer send(byte[] request) throws IOException {
        try {
            open();
            out.write(request);
            out.flush();
            return read();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Answer read() throws IOException {
        String status = line();
        if (status.length() < 12) {
            throw new IOException("the connection was cut");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (name.equals("set-cookie")) {
                String pair = value.split(";", 2)[0];
                cookie = pair.endsWith("=") ? "" : pair;
            }
            headers.put(name, value);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.writeBytes(in.readNBytes(size));
                line();
            }
            line();
        } else {
            body.writeBytes(in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
        }
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        return new Answer(Integer.parseInt(status.substring(9, 12)), headers, body.toByteArray());
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException alreadyGone) {
            // nothing left to close
        }
        socket = null;
    }
}
