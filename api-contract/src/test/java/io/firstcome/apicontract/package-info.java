/** Tests of the judge of answers. */
@NullMarked
package io.firstcome.apicontract;

import org.jspecify.annotations.NullMarked;
