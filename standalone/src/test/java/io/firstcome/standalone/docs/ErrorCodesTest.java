package io.firstcome.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.contract.RejectionCode;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every published code is in docs/errors.md with its status, and nothing else is. */
class ErrorCodesTest {

    private static final String PAGE = "docs/errors.md";
    private static final String HEAD = "| Code | Status | Meaning | What a client does |";

    @Test
    void givenRefusalsOfTheCode_whenComparedWithThePage_thenTheyAreTheSame() {
        Map<String, Integer> code = new TreeMap<>();
        Docs.CLASSES.stream()
                .filter(type -> type.isAssignableTo(RejectionCode.class) && type.isEnum())
                .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                .map(RejectionCode.class::cast)
                .forEach(refusal -> code.put(
                        refusal.name(), ProblemException.of(refusal, null).status()));

        assertThat(rows(0)).as(PAGE).isEqualTo(code).isNotEmpty();
    }

    @Test
    void givenGeneralCodesOfTheCode_whenComparedWithThePage_thenTheyAreTheSame() {
        Map<String, Integer> code = new TreeMap<>();
        Arrays.stream(ProblemCode.values()).forEach(problem -> code.put(problem.name(), problem.status()));

        assertThat(rows(1)).as(PAGE).isEqualTo(code);
    }

    @Test
    void givenFieldCodesOfTheCode_whenComparedWithThePage_thenTheyAreTheSame() {
        List<String> code =
                Arrays.stream(FieldError.Code.values()).map(Enum::name).toList();

        assertThat(Docs.tables(PAGE, "| Field code | Meaning |").getFirst())
                .extracting(List::getFirst)
                .isEqualTo(code);
    }

    private static Map<String, Integer> rows(int table) {
        Map<String, Integer> rows = new TreeMap<>();
        Docs.tables(PAGE, HEAD).get(table).forEach(row -> rows.put(row.get(0), Integer.valueOf(row.get(1))));
        return rows;
    }
}
