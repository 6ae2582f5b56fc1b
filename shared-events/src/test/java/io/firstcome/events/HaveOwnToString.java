package io.firstcome.events;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Its text is its own, not that of the record, for it keys aggregates, routing and sagas. */
final class HaveOwnToString extends ArchCondition<JavaClass> {

    HaveOwnToString() {
        super("have a toString of their own");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean own = !type.getMethod("toString").getMethodCallsFromSelf().isEmpty()
                || !type.getMethod("toString").getFieldAccesses().isEmpty();
        events.add(new SimpleConditionEvent(
                type, own, type.getName() + (own ? " has its own text" : " has the text of a record")));
    }
}
