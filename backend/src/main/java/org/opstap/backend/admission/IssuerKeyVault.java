package org.opstap.backend.admission;

import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.provider.Providers;
import org.opstap.protocol.privacypass.BlindSigner;
import org.opstap.protocol.privacypass.BouncyCastleBlindSigner;
import org.opstap.protocol.privacypass.IssuerPublicKey;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the keys of months, and keeps them in the database with their private half sealed. Nodes
 * that make the same month's key at once end with the same one: the first that was stored.
 */
@Singleton
final class IssuerKeyVault {
  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeyVault.class);

  /** Of a hundred fresh keys at most two have the last byte of one that is there. */
  private static final int ATTEMPTS = 16;

  private final IssuerKeyStore store;
  private final KeySeal seal;
  private final PrivateKeys privateKeys;
  private final Providers providers;
  private final Transactions transactions;

  IssuerKeyVault(
      IssuerKeyStore store,
      KeySeal seal,
      PrivateKeys privateKeys,
      Providers providers,
      Transactions transactions) {
    this.store = store;
    this.seal = seal;
    this.providers = providers;
    this.privateKeys = privateKeys;
    this.transactions = transactions;
  }

  /** Makes the keys of these months, as far as nobody has. */
  void make(List<YearMonth> months) {
    for (YearMonth month : months) {
      for (int attempt = 0; !isThere(month); attempt++) {
        if (attempt == ATTEMPTS) {
          throw new IllegalStateException("no issuer key can be stored");
        }
        IssuerKeyRow key = fresh(month);
        // Two nodes that insert the same month at once can end in a deadlock: one of them tries
        // again.
        boolean unused =
            transactions.write(
                connection -> {
                  store.insertIfNew(key);
                  return true;
                });
        LOG.info("the issuer key of {} was made, here or on another node", month);
      }
    }
  }

  /**
   * Every key that is kept, newest first.
   *
   * @param opened keys that need not be opened again, by their id
   */
  List<IssuerKey> read(Function<Bytes, Optional<IssuerKey>> opened) {
    return store.newestFirst().stream()
        .map(row -> opened.apply(row.tokenKeyId()).orElseGet(() -> open(row)))
        .collect(Collectors.toUnmodifiableList());
  }

  private boolean isThere(YearMonth month) {
    return store.newestFirst().stream().anyMatch(row -> row.month().equals(month.atDay(1)));
  }

  private IssuerKeyRow fresh(YearMonth month) {
    SecretBytes privateKey = privateKeys.generate();
    IssuerPublicKey publicKey = BouncyCastleBlindSigner.fromPkcs8(privateKey).publicKey();
    return new IssuerKeyRow(
        month.atDay(1),
        publicKey.tokenKeyId(),
        publicKey.toBytes(),
        seal.seal(privateKey, publicKey.tokenKeyId()));
  }

  private IssuerKey open(IssuerKeyRow row) {
    YearMonth month = YearMonth.from(row.month());
    BlindSigner signer =
        seal.open(row.sealedPrivateKey(), row.tokenKeyId())
            .map(providers.rsa()::signer)
            .orElse(null);
    if (signer == null) {
      LOG.error(
          "the issuer key of {} can't be opened: it was sealed under another master key than this"
              + " node's; under that key this node issues no tokens",
          month);
    }
    IssuerPublicKey publicKey = IssuerPublicKey.parse(row.publicKey());
    return new IssuerKey(month, publicKey, providers.rsa().verifier(publicKey), signer);
  }
}
