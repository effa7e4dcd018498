package atelier.generation.transport;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Dns;

/// Every way we know to write an address that leads into a private network.
final class Spellings {
    private static final List<int[]> PLACES = List.of(new int[]{127, 0, 0, 1}, new int[]{127, 1, 2, 3},
            new int[]{10, 0, 0, 1}, new int[]{169, 254, 169, 254}, new int[]{169, 254, 170, 2},
            new int[]{192, 168, 1, 1}, new int[]{172, 16, 0, 1}, new int[]{172, 31, 255, 254}, new int[]{0, 0, 0, 0},
            new int[]{100, 64, 0, 1}, new int[]{198, 18, 0, 1}, new int[]{192, 0, 2, 1}, new int[]{224, 0, 0, 1},
            new int[]{255, 255, 255, 255});
    private static final List<String> WILDCARDS = List.of("nip.io", "sslip.io", "xip.io", "traefik.me", "backname.io",
            "local.gd");
    private static final List<String> NAMES = List.of("localhost", "LOCALHOST", "LocalHost", "localhost.",
            "localhost..", "a.localhost", "A.LOCALHOST.", "localhost.localdomain", "ip6-localhost", "ip6-loopback",
            "loopback", "broadcasthost", "kubernetes.default.svc", "metadata.google.internal", "instance-data",
            "METADATA.GOOGLE.INTERNAL.", "router", "nas.local", "printer.lan", "host.docker.internal",
            "gateway.docker.internal", "db.home.arpa", "wiki.corp", "vault.private", "home.example.org",
            "home.example.org.", "localtest.me", "lvh.me", "vcap.me", "lacolhost.com", "yoogle.com",
            "readme.localtest.me",
            "127.0.0.1.example.org", "bücher.example", "xn--bcher-kva.example", "例え.テスト", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
            "ｌｏｃａｌｈｏｓｔ", "loc\u00adalhost", "local\u200bhost", "locaĺhost", "ℓocalhost", "localhoſt", "ʟocalhost",
            "[::]", "[::1]", "[0:0:0:0:0:0:0:0]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]",
            "[::0001]", "[0::1]", "[::1%25lo]", "[::1%lo]", "[fe80::1]", "[fe80::1%25lo]", "[fe80::1%25eth0]",
            "[FE80::1%251]", "[febf::1]", "[fec0::1]", "[fc00::1]", "[fd00::1]", "[fd00:ec2::254]", "[ff02::1]",
            "[ff0e::1]", "[100::1]", "[2001:db8::1]", "[2001:2::1]", "[2001:10::1]", "[3fff::1]", "[5f00::1]",
            "[4000::1]", "[::1", "::1", "[::1]]", "[[::1]]", "[::ffff]", "[v1.::1]", "[::1].", "%5B::1%5D");

    private Spellings() {}

    /// Leads every name to the address it spells, and the others home.
    static final Dns RESOLVER = name -> List.of(InetAddress.ofLiteral(spelled(name)));

    private static String spelled(String name) {
        var digits = Pattern.compile("(?<!\\d)(\\d{1,3})[.-](\\d{1,3})[.-](\\d{1,3})[.-](\\d{1,3})(?!\\d)")
                .matcher(name);
        return digits.find()
                ? "%s.%s.%s.%s".formatted(digits.group(1), digits.group(2), digits.group(3), digits.group(4))
                : "127.0.0.1";
    }

    /// Whole addresses, each once.
    ///
    /// @param port on which a canary listens
    static Set<String> urls(int port) {
        var urls = new LinkedHashSet<String>();
        var hosts = hosts();
        for (var host : hosts) {
            urls.add("https://" + host + ":" + port + "/v1");
        }
        for (var host : NAMES) {
            around(host, port, urls);
        }
        for (var ip : PLACES) {
            around(plain(ip), port, urls);
        }
        return urls;
    }

    /// What stands around the host.
    private static void around(String host, int port, Set<String> urls) {
        urls.addAll(List.of("https:" + host + ":" + port, "https:/" + host + ":" + port,
                "https:\\\\" + host + ":" + port,
                "https:/\\" + host + ":" + port + "/", "https:////" + host + ":" + port,
                "HTTPS://" + host + ":" + port + "/V1",
                "hTTps://" + host + ":" + port, " https://" + host + ":" + port + " ", "ht\ntps://" + host + ":" + port,
                "https://\t" + host + ":" + port, "https://" + host + "\n:" + port,
                "https://" + host + "\r\n.example.org:" + port,
                "https://" + host + ":0" + port, "https://" + host + ":" + port + "\\@models.example.org",
                "https://" + host + ":" + port + "#@models.example.org",
                "https://" + host + ":" + port + "?@models.example.org",
                "https://" + host + ":" + port + "/../v1", "https://" + host + ":" + port + "/%2e%2e/v1",
                "http://" + host + ":" + port, "http://" + host + ":" + port + "/v1", "//" + host + ":" + port,
                host + ":" + port,
                "ftp://" + host + ":" + port, "file://" + host + "/etc/passwd",
                "gopher://" + host + ":" + port + "/_x"));
    }

    private static Set<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>(NAMES);
        PLACES.forEach(ip -> hosts.addAll(hosts(ip)));
        return hosts;
    }

    private static String plain(int[] ip) {
        return "%d.%d.%d.%d".formatted(ip[0], ip[1], ip[2], ip[3]);
    }

    private static List<String> hosts(int[] ip) {
        var plain = plain(ip);
        var hosts = new ArrayList<String>();
        hosts.addAll(numbers(ip, plain));
        hosts.addAll(sixes(ip, plain));
        hosts.addAll(disguises(plain));
        for (var zone : WILDCARDS) {
            hosts.addAll(List.of(plain + "." + zone, "app." + plain.replace('.', '-') + "." + zone,
                    "WWW." + plain + "." + zone.toUpperCase(Locale.ROOT) + "."));
        }
        return hosts;
    }

    private static List<String> numbers(int[] ip, String plain) {
        var all = ((long) ip[0] << 24) | (ip[1] << 16) | (ip[2] << 8) | ip[3];
        var low = (ip[2] << 8) | ip[3];
        var three = (ip[1] << 16) | low;
        return List.of(plain, plain + ".", plain + "..", Long.toString(all), all + ".", "0x%x".formatted(all),
                "0X%X".formatted(all), "0x%x.".formatted(all), "0x0000%08x".formatted(all), "0%o".formatted(all),
                "000000%o".formatted(all), Long.toString(all + (1L << 32)), Long.toString(all + (1L << 33)),
                "0x1%08x".formatted(all), "0x%x.0x%x.0x%x.0x%x".formatted(ip[0], ip[1], ip[2], ip[3]),
                "0X%02X.0X%02X.0X%02X.0X%02X".formatted(ip[0], ip[1], ip[2], ip[3]),
                "0%o.0%o.0%o.0%o".formatted(ip[0], ip[1], ip[2], ip[3]),
                "%04o.%04o.%04o.%04o".formatted(ip[0], ip[1], ip[2], ip[3]),
                "%03d.%03d.%03d.%03d".formatted(ip[0], ip[1], ip[2], ip[3]), "%d.%d".formatted(ip[0], three),
                "%d.%d.%d".formatted(ip[0], ip[1], low), "0x%x.%d".formatted(ip[0], three),
                "0%o.%d".formatted(ip[0], three), "%d.0x%x".formatted(ip[0], three),
                "0%o.0x%x.%d".formatted(ip[0], ip[1], low), "%d.%d.0x%x".formatted(ip[0], ip[1], low),
                "0x%x.0%o.%d.0x%x".formatted(ip[0], ip[1], ip[2], ip[3]),
                "%d.%d.%d.%d".formatted(ip[0] + 256, ip[1], ip[2], ip[3]),
                "%d.%d.%d.%d".formatted(ip[0], ip[1], ip[2], ip[3] + 256),
                "%d.%d.%d.%d.0".formatted(ip[0], ip[1], ip[2], ip[3]),
                "-" + plain, "+" + plain, plain.replace(".", ".."), "0x" + plain);
    }

    private static List<String> sixes(int[] ip, String plain) {
        var hex = "%x:%x".formatted((ip[0] << 8) | ip[1], (ip[2] << 8) | ip[3]);
        var upper = hex.toUpperCase(Locale.ROOT);
        // Teredo writes the address of its client with every bit turned round.
        var turned = "%x:%x".formatted(0xffff ^ ((ip[0] << 8) | ip[1]), 0xffff ^ ((ip[2] << 8) | ip[3]));
        return List.of("[::" + plain + "]", "[::" + hex + "]", "[0:0:0:0:0:0:" + plain + "]", "[::ffff:" + plain + "]",
                "[::ffff:" + hex + "]", "[::FFFF:" + upper + "]", "[0:0:0:0:0:ffff:" + plain + "]",
                "[0:0:0:0:0:FFFF:" + upper + "]", "[::ffff:" + plain + "%25lo]", "[::ffff:0:" + plain + "]",
                "[::ffff:0:" + hex + "]", "[64:ff9b::" + plain + "]", "[64:ff9b::" + hex + "]",
                "[64:FF9B::" + upper + "]",
                "[64:ff9b:1::" + plain + "]", "[64:ff9b:1:fffe::" + hex + "]", "[2002:" + hex + "::1]",
                "[2002:" + upper + "::]", "[2002:" + hex + ":1:2:3:4:5]", "[2001:0:" + hex + "::1]",
                "[2001::" + turned + "]", "[2001:0:4136:e378:8000:63bf:" + turned + "]", "[fe80::5efe:" + plain + "]",
                "[::" + plain + "]:443@" + plain);
    }

    private static List<String> disguises(String plain) {
        var hosts = new ArrayList<>(List.of("name@" + plain, "name:word@" + plain, ":@" + plain, "@" + plain,
                "models.example.org@" + plain, "models.example.org:443@" + plain, "models.example.org%40" + plain,
                plain + "%2f@models.example.org", plain + "\\@models.example.org", "models.example.org\\@" + plain,
                "models.example.org%5c@" + plain, plain + "%00.example.org", plain + "\u0000.example.org",
                plain + "%23@models.example.org", plain + "%3f@models.example.org", plain + "%20", "%09" + plain,
                plain + "\t",
                "\t" + plain, plain.replace(".", "\t."), plain.replace(".", "\n."), plain.replace(".", "%2e"),
                plain.replace(".", "%2E"), plain.replace(".", "%252e"), plain.replace('.', '\u3002'),
                plain.replace('.', '\uff0e'), plain.replace('.', '\uff61'), plain.replace('.', '\u2024'),
                plain.replaceFirst("\\.", "\u3002"), plain + "\u3002", percent(plain), plain + "\u200b",
                plain + "\u00ad",
                "\ufeff" + plain, plain.replaceFirst("\\.", ".\u2060")));
        hosts.add(digits(plain, letter -> letter - '0' + 0xff10));
        hosts.add(digits(plain, letter -> letter == '0' ? 0x24ea : letter - '1' + 0x2460));
        hosts.add(digits(plain, letter -> letter - '0' + 0x1d7ce));
        hosts.add(digits(plain, letter -> letter - '0' + 0x1d7d8));
        hosts.add(digits(plain, letter -> letter - '0' + 0x0660));
        hosts.add(digits(plain, letter -> letter - '0' + 0x0966));
        hosts.add(digits(plain, letter -> letter == '0' ? 0x2070 : letter == '1' ? 0xb9 : letter - '0' + 0x2070));
        return hosts;
    }

    private static String percent(String plain) {
        var text = new StringBuilder();
        plain.chars().forEach(letter -> text.append("%%%02x".formatted(letter)));
        return text.toString();
    }

    private static String digits(String plain, java.util.function.IntUnaryOperator other) {
        return plain.chars().map(letter -> letter == '.' ? letter : other.applyAsInt(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
