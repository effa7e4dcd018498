package atelier.cli.doctor;

import atelier.config.Config;
import atelier.store.DataLock;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// Whether the service can listen where it shall.
record HttpPortCheck(Config config) implements Check {
    @Override
    public String subject() {
        return "HTTP";
    }

    @Override
    public List<Finding> findings() throws InterruptedException {
        var http = config.http();
        if (!http.enabled() || !config.hasChatPlatform()) {
            return List.of();
        }
        var where = http.host() + " port " + http.port();
        try (var socket = new ServerSocket()) {
            var address = new InetSocketAddress(http.host(), http.port());
            if (address.isUnresolved()) {
                return List.of(Finding.wrong(Ailment.HTTP_HOST_UNKNOWN, subject(), "there is no host " + http.host(),
                        "Set `http.host` to an address of this machine."));
            }
            socket.setReuseAddress(true);
            socket.bind(address);
            return List.of(Finding.fine(subject(), where + " is free"));
        } catch (BindException failure) {
            return List.of(taken(where, String.valueOf(failure.getMessage())));
        } catch (IOException failure) {
            return List.of(Finding.wrong(Ailment.HTTP_CANNOT_LISTEN, subject(), "cannot listen on " + where,
                    "Set another `http.port`."));
        }
    }

    private Finding taken(String where, String why) throws InterruptedException {
        if (why.contains("denied") || why.contains("assign")) {
            return Finding.wrong(Ailment.HTTP_CANNOT_LISTEN, subject(), "cannot listen on " + where + " (" + why + ")",
                    why.contains("denied")
                            ? "Set an `http.port` above 1023."
                            : "Set `http.host` to an address of this machine.");
        }
        if (DataLock.isHeld(config.dataDir()) && isAtelier()) {
            return Finding.fine(subject(), "the Atelier that runs now listens on " + where);
        }
        return Finding.wrong(Ailment.HTTP_PORT_TAKEN, subject(), where + " is taken by another program",
                "Set another `http.port`, or `http.enabled: false`.");
    }

    private boolean isAtelier() throws InterruptedException {
        var host = config.http().host().equals("0.0.0.0") ? "127.0.0.1" : config.http().host();
        var address = URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + config.http().port() + "/healthz");
        try (var web = new Web()) {
            return web.get(address, Map.of()) instanceof Web.Answer answer && answer.status() == 200;
        }
    }
}
