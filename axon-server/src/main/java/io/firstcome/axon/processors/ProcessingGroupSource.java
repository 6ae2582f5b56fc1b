package io.firstcome.axon.processors;

/** A bean that defines its own processing group, as a view does. */
public interface ProcessingGroupSource {

    /** The event processor that runs this bean's handlers; called once. */
    ProcessingGroupDefinition processingGroup();
}
