package io.firstcome.web.uri;

import java.util.HexFormat;

/**
 * The one spelling of a path: characters that need no escape are not escaped (RFC 3986, 6.2.2.2).
 *
 * <p>Other escapes stay, above all those of {@code %} and {@code /}, so nothing is decoded twice. What has several spellings
 * for other reasons ({@code //}, {@code /./}, {@code ;a=b}) is refused by the firewall.
 */
final class NormalPath {

    private NormalPath() {}

    static String of(String path) {
        int escape = path.indexOf('%');
        if (escape < 0) {
            return path;
        }
        StringBuilder normal = new StringBuilder(path.length());
        int copied = 0;
        while (escape >= 0) {
            int octet = octetAt(path, escape);
            if (isUnreserved(octet)) {
                normal.append(path, copied, escape).append((char) octet);
                copied = escape + 3;
            }
            escape = path.indexOf('%', Math.max(copied, escape + 1));
        }
        return normal.append(path, copied, path.length()).toString();
    }

    /** The octet that is escaped here; -1 when this is no escape, which the server refuses. */
    private static int octetAt(String path, int escape) {
        if (escape + 2 >= path.length()
                || !HexFormat.isHexDigit(path.charAt(escape + 1))
                || !HexFormat.isHexDigit(path.charAt(escape + 2))) {
            return -1;
        }
        return HexFormat.fromHexDigits(path, escape + 1, escape + 3);
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
