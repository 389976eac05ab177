package dev.mitigauge.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses a webhook may go to. Whoever may choose an address could otherwise have this service ask what stands behind a firewall, such as
 * the metadata of a cloud's machines.
 */
enum ReachableAddress {
    /** Anybody's. */
    PUBLIC,
    /** Of this machine or of a network that belongs to somebody. */
    PRIVATE,
    /** Never that of a receiver. */
    FORBIDDEN;

    private static final int IPV6_BYTES = 16;

    /** Special-purpose registries of IANA, and where clouds keep the secrets of their machines. */
    private static final List<Network> NEVER = networks(
            "0.0.0.0/8",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "100.100.100.200/32",
            "168.63.129.16/32",
            "::/128",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
            "5f00::/16",
            "fe80::/10",
            "ff00::/8",
            "fd00:ec2::254/128",
            "fd20:ce::254/128");

    private static final List<Network> OWNED = networks(
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "::1/128",
            "fc00::/7",
            "fec0::/10");

    /** Prefixes whose addresses hold one of IPv4, and at which byte. */
    private static final List<Embedding> EMBEDDING = List.of(
            new Embedding(Network.of("::/96"), 12),
            new Embedding(mapped(), 12),
            new Embedding(Network.of("::ffff:0:0:0/96"), 12),
            new Embedding(Network.of("64:ff9b::/96"), 12),
            new Embedding(Network.of("64:ff9b:1::/48"), 12),
            new Embedding(Network.of("2002::/16"), 2));

    private record Embedding(Network network, int from) {}

    /** A prefix of addresses. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record Network(byte[] prefix, int bits) {

        static Network of(String text) {
            int slash = text.indexOf('/');
            return new Network(
                    literal(text.substring(0, slash)).getAddress(), Integer.parseInt(text.substring(slash + 1)));
        }

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            int mask = 0xff00 >> (bits % 8) & 0xff;
            return Arrays.equals(address, 0, whole, prefix, 0, whole)
                    && (mask == 0 || (address[whole] & mask) == (prefix[whole] & mask));
        }
    }

    /** Of which kind an address is. One that holds another is no better than that. */
    static ReachableAddress of(InetAddress address) {
        byte[] bytes = address.getAddress();
        ReachableAddress kind = kind(bytes);
        if (address instanceof Inet4Address || kind != PUBLIC || bytes.length != IPV6_BYTES) {
            return kind;
        }
        return EMBEDDING.stream()
                .filter(each -> each.network().holds(bytes))
                .map(each -> kind(Arrays.copyOfRange(bytes, each.from(), each.from() + 4)))
                .findFirst()
                .orElse(PUBLIC);
    }

    private static ReachableAddress kind(byte[] address) {
        if (NEVER.stream().anyMatch(network -> network.holds(address))) {
            return FORBIDDEN;
        }
        return OWNED.stream().anyMatch(network -> network.holds(address)) ? PRIVATE : PUBLIC;
    }

    private static List<Network> networks(String... texts) {
        return Arrays.stream(texts).map(Network::of).toList();
    }

    /** {@code ::ffff:0:0/96}, which Java takes for IPv4 wherever it is written. */
    private static Network mapped() {
        byte[] prefix = new byte[IPV6_BYTES];
        prefix[10] = (byte) 0xff;
        prefix[11] = (byte) 0xff;
        return new Network(prefix, 96);
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no address: " + text, e);
        }
    }
}
