package io.firstcome.events;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Its family is one of {@link EventFamilies#ALL}. */
final class BeListed extends ArchCondition<JavaClass> {

    BeListed() {
        super("be of a family that EventFamilies lists");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean listed = EventFamilies.eventTypes().anyMatch(type::isEquivalentTo);
        events.add(new SimpleConditionEvent(
                type, listed, type.getName() + (listed ? " is listed" : " is in no family of EventFamilies.ALL")));
    }
}
