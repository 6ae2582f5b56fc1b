package io.firstcome.axon.upcasting;

import tools.jackson.databind.node.ObjectNode;

/** Revision 2 tells what follows from the failure. Revision 1 did not know: nothing followed. */
public final class PaymentRefundFailed1To2Upcaster extends JsonUpcaster {

    public PaymentRefundFailed1To2Upcaster() {
        super("PaymentRefundFailed", 1, 2);
    }

    @Override
    ObjectNode upcast(ObjectNode json) {
        return json.put("card", 0).put("owed", false);
    }
}
