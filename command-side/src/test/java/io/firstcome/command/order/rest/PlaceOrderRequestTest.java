package io.firstcome.command.order.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.Checked;
import io.firstcome.command.order.rest.PlaceOrderRequest.ItemRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceOrderRequestTest {

    /** White space is more than ASCII knows: U+3000 is what a Korean or Japanese keyboard gives. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u3000", "\u2003\n\u00a0"})
    void givenAddressOfWhiteSpace_whenChecked_thenItIsInvalid(String address) {
        assertThat(Checked.fields(request(address))).containsExactly("address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 Tea Lane", "\n서울\u3000", "\u3000x"})
    void givenAddressWithText_whenChecked_thenItIsTaken(String address) {
        assertThat(Checked.fields(request(address))).isEmpty();
    }

    @Test
    void givenNoAddress_whenChecked_thenItIsTaken() {
        assertThat(Checked.fields(request(null))).isEmpty();
    }

    private static PlaceOrderRequest request(@Nullable String address) {
        return new PlaceOrderRequest("anna", List.of(new ItemRequest("1", 2, null, null)), address);
    }
}
