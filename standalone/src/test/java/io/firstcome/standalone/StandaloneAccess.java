package io.firstcome.standalone;

/** How tests get into the standalone system: its documented default secret. */
final class StandaloneAccess {

    static final String JWT_SECRET = "firstcome-standalone-secret-that-everybody-knows";

    private StandaloneAccess() {}
}
