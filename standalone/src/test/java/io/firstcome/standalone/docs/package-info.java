/**
 * Tests of the documents and the k6 scripts: what can be compared with the code is.
 *
 * <p>Comes in: the Markdown files, the scripts, and the classes of all modules. Goes out: what one says and the other does
 * not. Never happens here: a judgement on prose.
 */
@NullMarked
package io.firstcome.standalone.docs;

import org.jspecify.annotations.NullMarked;
