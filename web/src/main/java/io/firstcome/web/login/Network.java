package io.firstcome.web.login;

import io.firstcome.web.start.InvalidConfigurationException;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All addresses with the same first bits. */
final class Network {

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /** @throws InvalidConfigurationException when it is neither an address nor one with a number of bits, such as {@code 10.0.0.0/8} */
    static Network of(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = parse(parts[0]);
        int most = address == null ? 0 : address.getAddress().length * 8;
        String bits = parts.length == 1 ? Integer.toString(most) : parts[1];
        if (address == null || !bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > most) {
            throw new InvalidConfigurationException(
                    "firstcome.proxy.trusted has addresses and networks such as 10.0.0.0/8, not " + text);
        }
        return new Network(address.getAddress(), Integer.parseInt(bits));
    }

    boolean contains(InetAddress other) {
        byte[] theirs = other.getAddress();
        if (theirs.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((theirs[bit / 8] ^ address[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The address, with or without a port, or null when it is none. Never asks a name server. */
    static @Nullable InetAddress parse(String text) {
        String literal = text.strip();
        int bracket = literal.indexOf(']');
        if (literal.startsWith("[") && bracket > 0) {
            literal = literal.substring(1, bracket);
        } else if (literal.indexOf(':') >= 0 && literal.indexOf(':') == literal.lastIndexOf(':')) {
            literal = literal.substring(0, literal.indexOf(':'));
        }
        int scope = literal.indexOf('%');
        literal = scope < 0 ? literal : literal.substring(0, scope);
        if (!LITERAL.matcher(literal).matches()) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
