package org.opstap.backend.push;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.MessagingErrorCode;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.push.PushTarget;
import org.opstap.protocol.wire.Bytes;

/**
 * Sends an app on Android its notice through Firebase Cloud Messaging: always the same data, of
 * high priority (PUS-9). Only where the operator gave the credentials of a service account. A
 * connection serves one request, since one that waits for the next keeps in its buffers what it
 * sent last.
 */
@Context
@Requires(property = "opstap.firebase-credentials")
class FcmSender {
  private static final String GOOGLE = "https://fcm.googleapis.com/";
  private static final Duration CONNECT_TIME = Duration.ofSeconds(5);

  private final FirebaseApp app;
  private final FirebaseMessaging messaging;

  /**
   * @param credentials file of a service account
   * @param ofTests name and port of who plays Google's part; only ever given with samples
   * @throws IllegalStateException if the file holds none
   */
  FcmSender(
      @Property(name = "opstap.firebase-credentials") String credentials,
      @Nullable @Property(name = "opstap.test-push-service") String ofTests,
      PushTrust trust,
      SecureRandom random) {
    HttpTransport transport =
        new NetHttpTransport.Builder()
            .setSslSocketFactory(trust.sockets())
            .setConnectionFactory(url -> connection(url, ofTests))
            .build();
    byte[] name = new byte[16];
    random.nextBytes(name);
    app =
        FirebaseApp.initializeApp(
            FirebaseOptions.builder()
                .setCredentials(read(Path.of(credentials), transport))
                .setHttpTransport(transport)
                .setConnectTimeout((int) CONNECT_TIME.toMillis())
                .setReadTimeout((int) Limits.WAKE_TIME.toMillis())
                .build(),
            Bytes.copyOf(name).toHex());
    messaging = FirebaseMessaging.getInstance(app);
  }

  @SuppressWarnings("deprecation") // of the token: apps that are there have one
  Outcome send(PushTarget.Fcm target) {
    Message notice =
        Message.builder()
            .setToken(target.token())
            .putData("n", "1")
            .setAndroidConfig(
                AndroidConfig.builder()
                    .setPriority(AndroidConfig.Priority.HIGH)
                    .setCollapseKey("n")
                    .setTtl(Limits.NOTICE_LIFE.toMillis())
                    .build())
            .build();
    try {
      messaging.send(notice);
      return Outcome.SENT;
    } catch (FirebaseMessagingException e) {
      return e.getMessagingErrorCode() == MessagingErrorCode.UNREGISTERED
          ? Outcome.GONE
          : Outcome.FAILED;
    }
  }

  @PreDestroy
  void close() {
    app.delete();
  }

  private static ServiceAccountCredentials read(Path file, HttpTransport transport) {
    try (InputStream content = Files.newInputStream(file)) {
      return ServiceAccountCredentials.fromStream(content, () -> transport);
    } catch (IOException e) {
      // The library's words repeat what is in the file.
      throw new IllegalStateException("--firebase-credentials: no file of a service account");
    }
  }

  private static HttpURLConnection connection(URL url, @Nullable String ofTests)
      throws IOException {
    String address = url.toString();
    URL to =
        ofTests != null && address.startsWith(GOOGLE)
            ? URI.create("https://" + ofTests + "/" + address.substring(GOOGLE.length())).toURL()
            : url;
    HttpURLConnection connection = (HttpURLConnection) to.openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Connection", "close");
    return connection;
  }
}
