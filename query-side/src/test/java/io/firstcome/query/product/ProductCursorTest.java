package io.firstcome.query.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.query.product.ProductQuery.Place;
import io.firstcome.query.product.ProductQuery.Sort;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductCursorTest {

    private static Place through(String name, Sort sort) {
        Place place = new Place(7, 1_200, name, "p~1");
        return ProductCursor.read(Cursor.decode(ProductCursor.of(place, sort).encode()), sort);
    }

    @Test
    void givenAPlace_whenItIsACursor_thenWhatItsOrderSortsByComesBack() {
        assertThat(through("n", Sort.NEWEST)).isEqualTo(new Place(7, 0, "", "p~1"));
        assertThat(through("n", Sort.PRICE)).isEqualTo(new Place(0, 1_200, "", "p~1"));
        assertThat(through("n", Sort.PRICE_DESCENDING)).isEqualTo(new Place(0, 1_200, "", "p~1"));
        assertThat(through("a\u001fb", Sort.NAME)).isEqualTo(new Place(0, 0, "a\u001fb", "p~1"));
        assertThat(through("€".repeat(200), Sort.NAME).name()).hasSize(200);
    }

    @ParameterizedTest
    @EnumSource
    void givenACursorOfAnotherOrder_whenRead_thenItIsRefused(Sort sort) {
        Cursor other = ProductCursor.of(new Place(1, 1, "1", "1"), sort == Sort.PRICE ? Sort.NEWEST : Sort.PRICE);

        assertThatThrownBy(() -> ProductCursor.read(other, sort)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ProductCursor.read(Cursor.of(sort.text()), sort))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ProductCursor.read(Cursor.of(sort.text(), "1"), sort))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ProductCursor.read(Cursor.of(sort.text(), "a b", "1"), sort))
                .isInstanceOf(ProblemException.class);
    }
}
