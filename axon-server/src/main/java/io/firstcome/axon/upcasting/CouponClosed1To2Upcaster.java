package io.firstcome.axon.upcasting;

import tools.jackson.databind.node.ObjectNode;

/** Revision 2 tells why a campaign was closed. Revision 1 did not ask. */
public final class CouponClosed1To2Upcaster extends JsonUpcaster {

    /** The reason in events that are older than reasons. */
    public static final String NOT_RECORDED = "Not recorded";

    public CouponClosed1To2Upcaster() {
        super("CouponClosed", 1, 2);
    }

    @Override
    ObjectNode upcast(ObjectNode json) {
        return json.put("reason", NOT_RECORDED);
    }
}
