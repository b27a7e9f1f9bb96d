package org.opstap.benchmark.token;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.opstap.protocol.privacypass.BlindSigner;
import org.opstap.protocol.privacypass.BlindTokenRequest;
import org.opstap.protocol.privacypass.BouncyCastleBlindSigner;
import org.opstap.protocol.privacypass.BouncyCastleRsa;
import org.opstap.protocol.privacypass.JcaRsa;
import org.opstap.protocol.privacypass.RsaProvider;
import org.opstap.protocol.privacypass.Token;
import org.opstap.protocol.privacypass.TokenChallenge;
import org.opstap.protocol.privacypass.TokenRequest;
import org.opstap.protocol.privacypass.TokenResponse;
import org.opstap.protocol.privacypass.TokenVerifier;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Issues and verifies tokens on one thread, as often as it can, from bytes to bytes as the server
 * has them. Reads {@code sign MILLISECONDS} and {@code verify MILLISECONDS}, and prints how often a
 * second of the process's processor time; what the compiler and the collector take is in that.
 */
final class TokenLoop {
  static final String CORRETTO = "Corretto";
  static final String BOUNCY_CASTLE = "Bouncy Castle";

  private static final int TOKENS = 64;
  private static final double NANOS = 1e9;
  private static final long NANOS_A_MILLI = 1_000_000;

  private static final TokenChallenge CHALLENGE =
      new TokenChallenge("opstap.example", Bytes.empty(), List.of("opstap.example"));

  private final BlindSigner signer;
  private final TokenVerifier verifier;
  private final List<Bytes> requests = new ArrayList<>();
  private final List<Bytes> tokens = new ArrayList<>();

  private TokenLoop(RsaProvider provider, SecretBytes privateKey) {
    var key = BouncyCastleBlindSigner.fromPkcs8(privateKey).publicKey();
    SecureRandom random = new SecureRandom();
    this.signer = provider.signer(privateKey);
    this.verifier = provider.verifier(key);
    for (int i = 0; i < TOKENS; i++) {
      BlindTokenRequest request = BlindTokenRequest.create(CHALLENGE, key, random);
      Bytes blinded = request.request().blindedMessage();
      Token token =
          request.finalizeToken(new TokenResponse(signer.blindSign(blinded))).orElseThrow();
      requests.add(request.request().toBytes());
      tokens.add(token.toBytes());
    }
  }

  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(8 * BlindSigner.LENGTH);
    TokenLoop loop =
        new TokenLoop(
            provider(arguments[0]),
            SecretBytes.copyOf(generator.generateKeyPair().getPrivate().getEncoded()));
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      int blank = line.indexOf(' ');
      long nanos = Long.parseLong(line.substring(blank + 1)) * NANOS_A_MILLI;
      System.out.println(loop.perSecond(line.substring(0, blank), nanos));
    }
  }

  private static RsaProvider provider(String name) {
    return switch (name) {
      case CORRETTO -> new JcaRsa(AmazonCorrettoCryptoProvider.INSTANCE);
      case BOUNCY_CASTLE -> new BouncyCastleRsa();
      default -> throw new IllegalArgumentException("no provider " + name);
    };
  }

  private double perSecond(String work, long nanos) {
    return switch (work) {
      case "sign" -> perSecond(requests, this::issues, nanos);
      case "verify" -> perSecond(tokens, this::accepts, nanos);
      default -> throw new IllegalArgumentException("no work " + work);
    };
  }

  private static double perSecond(List<Bytes> inputs, Predicate<Bytes> work, long nanos) {
    OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long end = System.nanoTime() + nanos;
    long before = process.getProcessCpuTime();
    long done = 0;
    while (System.nanoTime() < end) {
      for (Bytes input : inputs) {
        if (!work.test(input)) {
          throw new IllegalStateException("a wrong answer");
        }
      }
      done += inputs.size();
    }
    return done * NANOS / (process.getProcessCpuTime() - before);
  }

  private boolean issues(Bytes request) {
    Bytes blinded = TokenRequest.parse(request).blindedMessage();
    return new TokenResponse(signer.blindSign(blinded)).toBytes().length() == BlindSigner.LENGTH;
  }

  private boolean accepts(Bytes bytes) {
    Token token = Token.parse(bytes);
    return token.answers(CHALLENGE) && verifier.verifies(token);
  }
}
