package org.opstap.backend.erasure;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.http.Limits;
import org.opstap.backend.provider.Providers;
import org.opstap.backend.wake.News;
import org.opstap.backend.wake.WakeHub;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.session.ErasureProof;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/**
 * Erases conversations, and tells the devices that had a seat. Once a request is answered, no row
 * of the conversation is left but those that tell of it (ERA-3).
 */
@Singleton
public class ErasureService {
  /** Any point will do: what is unknown is checked against it, so that it takes as long. */
  private static final Ed25519PublicKey NOBODYS_KEY =
      new Ed25519PublicKey(
          Bytes.fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));

  private final ErasureStore store;
  private final Providers providers;
  private final WakeHub wake;
  private final Transactions transactions;
  private final Clock clock;

  ErasureService(
      ErasureStore store,
      Providers providers,
      WakeHub wake,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.providers = providers;
    this.wake = wake;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The same request again gets the same answer, for as long as it is told to anybody. */
  ErasureResult erase(ErasureRequest request) {
    Optional<ErasureStore.Target> before = store.find(request.conversation());
    boolean isOwn = verifies(before.map(ErasureStore.Target::publicKey), request);
    // Always a second one, so that it takes as long where there never was another key.
    boolean isFormer = verifies(before.flatMap(ErasureStore.Target::formerKey), request);
    boolean isSame = store.isRequest(request.conversation(), request.message());
    if (before.isEmpty()) {
      return isSame ? new ErasureResult.Erased() : new ErasureResult.NotFound();
    }
    if (!isOwn) {
      return isFormer ? new ErasureResult.SeatMoved() : new ErasureResult.NotFound();
    }
    Done done = transactions.write(connection -> erase(request, before.get().publicKey()));
    done.target()
        .ifPresent(
            target -> {
              wake.end(target.pseudonym());
              wake.announce(new News(request.conversation(), target.latest() + 1), done.devices());
            });
    return done.result();
  }

  /** Under the lock: the seat may have moved, or be gone, since its key was read. */
  private Done erase(ErasureRequest request, Bytes signer) {
    Optional<ErasureStore.Target> held = store.lock(request.conversation());
    if (held.isEmpty()) {
      boolean isSame = store.isRequest(request.conversation(), request.message());
      return Done.nothing(isSame ? new ErasureResult.Erased() : new ErasureResult.NotFound());
    }
    if (!held.get().publicKey().equals(signer)) {
      return Done.nothing(new ErasureResult.SeatMoved());
    }
    List<DeviceId> devices = store.devices(request.conversation());
    if (!devices.isEmpty()) {
      store.keepRequest(request, Coarse.today(clock).plusDays(Limits.ERASURE_DAYS));
    }
    store.remove(request.conversation(), held.get().pseudonym());
    return new Done(new ErasureResult.Erased(), held, devices);
  }

  private boolean verifies(Optional<Bytes> key, ErasureRequest request) {
    boolean isSigned =
        providers
            .ed25519()
            .verifies(
                key.map(Ed25519PublicKey::new).orElse(NOBODYS_KEY),
                ErasureProof.signingInput(request.conversation(), request.message()),
                request.signature());
    return isSigned && key.isPresent();
  }

  /** Which conversations a holder is yet to learn the erasure of; none for a phone. */
  public List<ConversationId> of(BrandedId holder) {
    return holder instanceof DeviceId device ? store.of(device) : List.of();
  }

  /** Empty for a device that had no seat, or has confirmed. */
  Optional<Erasure> show(DeviceId device, ConversationId conversation) {
    return store.show(device, conversation);
  }

  /** False for a device that has nothing to confirm. */
  boolean confirm(DeviceId device, ConversationId conversation) {
    return transactions.write(connection -> store.confirm(device, conversation));
  }

  private record Done(
      ErasureResult result, Optional<ErasureStore.Target> target, List<DeviceId> devices) {
    private Done {
      devices = List.copyOf(devices);
    }

    static Done nothing(ErasureResult result) {
      return new Done(result, Optional.empty(), List.of());
    }
  }
}
