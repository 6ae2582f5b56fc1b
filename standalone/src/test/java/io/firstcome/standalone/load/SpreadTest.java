package io.firstcome.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void givenAnOddNumber_whenSummedUp_thenTheMedianIsTheMiddleOne() {
        assertThat(Spread.of(List.of(3.0, 1.0, 10.0))).isEqualTo(new Spread(3, 1, 10));
        assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7));
    }

    @Test
    void givenAnEvenNumber_whenSummedUp_thenTheMedianIsBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(197.0, 157.0))).isEqualTo(new Spread(177, 157, 197));
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Spread(3, 1, 9));
    }
}
