package org.dalil.journey;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line between a server and a database beside it, which can be cut or swallow whatever is said on it. */
final class Link implements AutoCloseable {

    private final int port;
    private final int target;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;
    private volatile boolean swallows;

    Link(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        port = door.getLocalPort();
        listen();
    }

    int port() {
        return port;
    }

    /** Connections break, new ones are refused. */
    void cut() {
        close();
    }

    /** Connections stay, new ones are made, nothing gets through. */
    void swallow() {
        swallows = true;
    }

    /** As it was; what was swallowed does not come back. */
    void mend() {
        swallows = false;
        open.forEach(Link::quietly);
        if (door.isClosed()) {
            try {
                door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            listen();
        }
    }

    private void listen() {
        ServerSocket listening = door;
        start(() -> {
            while (!listening.isClosed()) {
                Socket near = listening.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                start(() -> pass(near, far));
                start(() -> pass(far, near));
            }
        });
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (!swallows) {
                    out.write(bytes, 0, read);
                }
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException over) {
                // the line was cut, or one of the two hung up
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(Closeable closing) {
        try {
            closing.close();
        } catch (IOException gone) {
            // that was wanted
        }
    }

    @Override
    public void close() {
        quietly(door);
        open.forEach(Link::quietly);
    }
}
