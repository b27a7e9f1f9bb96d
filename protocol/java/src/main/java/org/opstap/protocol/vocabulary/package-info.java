/**
 * The closed vocabularies: codes in English that documents, messages and requests may carry.
 *
 * <p>Invariant: the codes and their order are those of {@code protocol/vectors/vocabulary.json}, in
 * both languages; a code that isn't listed is refused, never mapped to another one. Words for
 * people are the clients' affair.
 *
 * <p>Specification: {@code protocol/spec/vocabulary.md}.
 */
@NullMarked
package org.opstap.protocol.vocabulary;

import org.jspecify.annotations.NullMarked;
