/**
 * Who may in: lets people into waiting rooms, gives them signed admissions, and asks for these before a command to what a room protects.
 *
 * <p>Comes in: a request to what may be protected, the time. Goes out: 403, commands to rooms. Never happens here: a decision about a
 * place, which is the room's.
 */
@NullMarked
package io.firstcome.command.admission;

import org.jspecify.annotations.NullMarked;
