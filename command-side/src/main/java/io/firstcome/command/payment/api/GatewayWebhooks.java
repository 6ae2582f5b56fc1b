package io.firstcome.command.payment.api;

/**
 * What the card gateway says without being asked. Anybody can say it in its name, so nothing of it is believed: at most the gateway
 * is asked sooner than it would have been.
 */
public interface GatewayWebhooks {

    /**
     * A payment is said to have changed.
     *
     * @param transmissionId the notice's name; the second one of a name does nothing while this process lives
     */
    void statusChanged(String transmissionId, String paymentKey);

    /** Money is said to have come to a virtual account, or to have gone. There are none here. */
    void depositChanged();
}
