package io.firstcome.query.product.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.query.product.api.ListPlace;
import io.firstcome.query.product.api.ProductSort;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductCursorTest {

    private static ListPlace through(String name, ProductSort sort) {
        ListPlace place = new ListPlace(7, 1_200, name, "p~1");
        return ProductCursor.read(Cursor.decode(ProductCursor.of(place, sort).encode()), sort);
    }

    @Test
    void givenAPlace_whenItIsACursor_thenWhatItsOrderSortsByComesBack() {
        assertThat(through("n", ProductSort.NEWEST)).isEqualTo(new ListPlace(7, 0, "", "p~1"));
        assertThat(through("n", ProductSort.PRICE)).isEqualTo(new ListPlace(0, 1_200, "", "p~1"));
        assertThat(through("n", ProductSort.PRICE_DESCENDING)).isEqualTo(new ListPlace(0, 1_200, "", "p~1"));
        assertThat(through("a\u001fb", ProductSort.NAME)).isEqualTo(new ListPlace(0, 0, "a\u001fb", "p~1"));
        assertThat(through("€".repeat(200), ProductSort.NAME).name()).hasSize(200);
    }

    @ParameterizedTest
    @EnumSource
    void givenACursorOfAnotherOrder_whenRead_thenItIsRefused(ProductSort sort) {
        Cursor other = ProductCursor.of(
                new ListPlace(1, 1, "1", "1"), sort == ProductSort.PRICE ? ProductSort.NEWEST : ProductSort.PRICE);

        assertThatThrownBy(() -> ProductCursor.read(other, sort)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ProductCursor.read(Cursor.of(sort.text()), sort))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ProductCursor.read(Cursor.of(sort.text(), "1"), sort))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ProductCursor.read(Cursor.of(sort.text(), "a b", "1"), sort))
                .isInstanceOf(ProblemException.class);
    }
}
