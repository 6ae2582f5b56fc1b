/**
 * From a username and a password to an access token.
 *
 * <p>Comes in: credentials, and a directory of users that some other module gives. Goes out: a token, or one and the same
 * rejection whether the user or the password is wrong. Never happens here: keeping users, or a password in a log.
 */
@NullMarked
package io.firstcome.web.login;

import org.jspecify.annotations.NullMarked;
