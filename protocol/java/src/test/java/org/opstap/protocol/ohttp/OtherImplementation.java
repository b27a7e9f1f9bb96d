package org.opstap.protocol.ohttp;

import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.hpke.KemPrivateKey;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** Requests that another implementation of HPKE sealed (pyca/cryptography 48 over OpenSSL). */
final class OtherImplementation {
  /** The first example of draft-connolly-cfrg-xwing-kem-10 appendix C. */
  static final KemPrivateKey X_WING_KEY =
      new KemPrivateKey(
          Kem.X_WING,
          SecretBytes.copyOf(
              Bytes.fromHex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26")
                  .toByteArray()));

  /** SHA-256 of the public key of that example. */
  static final Bytes X_WING_PUBLIC_KEY_DIGEST =
      Bytes.fromHex("2e816deebcd76c5c80d0cd2d174478871658e8e2ff42bc9d4a6e486372e856bb");

  /** The request of {@link Example}, to key 2, with AES-128-GCM. */
  static final Bytes X_WING_REQUEST =
      Bytes.fromHex(
          """
          02647a00010001703017536ddcffd1752b5ff8cbe8086448c233c2e12fc320b842514ca6722d439c
          bb7109f823d493401e9b215fbc4a2ac5703567409bfdf975198095b62ec6aa71945749980cff4044
          4cebc1588cde63c9fd15d910966483afa3501509554580289e29075acdd10c4f5af34a58e0bca12d
          0f60313ea649c42654c9b953de4bcf4c85efba25fadf0a02b40b98a19c8dfa76d4fcd7becd88b1fa
          be29f9c0016b02966626dbc34c2e88c607161058e4a698992b1b16fba93635faeb54676dd99f4e76
          6e485b1fba1fe237c7645786d8d725049862be73f6e6b2478ccf8fb504236838c4c1d899005141f2
          59f8ca578761f4d798bf21c8a7faef08d4f9b525dafd48400123f41cb16605c3851c7d7c66e75dc8
          75f8343181c279c94f5842722688f4bdf50d5422988ebfe40f56f1c12c14f4654e31dc0fd4517c89
          3aa54b3d14859b1b1e651cc63de90f9b86842c1ac4c32a20eb79afc2df3be38d12ef61d92fa7de9f
          d3b069cef6e66e148d9b5b068f7bee107e125bc5cabcc528d7f1d9434e10370ab176a1ffce6543a5
          694a01fe63aba3dcb5bea38bed100b57219ef17be2e68dfbe9752b07a902644b665bf741f95181ac
          e94ee6d238f667186e1546508401ec12c7f2cc7a80adb17a3179303f359646983ce72edbbf26b90f
          b3793292ad29b526a41e16af84f58e65294314b074c4cecad9d7a16b7634bd45751990ba0a63db1d
          639ceaa4b24df0365c796ad3f8b54f65acc7617f712cb77cf6a4a41a1ae84ba5409137b5b16a41bc
          a3a590ceb109a1fa6fc20c08418cad678765a662cbd2f6ae5a013e34a56b4b79b8e60c2f8d9cf347
          131b9fbd6efe858c39cc526ea7cbd4739225b1ba05952daade724f9c7950e8b290c284e5d6c9611d
          d24f67ef51304fcce36635b35fb9f833fdfb75659b19ffd0faf3c1d555061d9f1dcc2891848b728b
          2d74c9e963a7b9ce3309e5aeab50bb13e42bdb0a1cb0722a1e0e3a8d7ffd2de7a94002e5bb93ce12
          aedacd685313d3f10fdfa6156f37595011660c6bca6714cb09a9a4f74d908784b7dc58caa1c805e7
          e18aab676bca1f39eb88bca2c37bc558d94980ba9c792cbe76cea49e1772329aff7a195c41a212d5
          4574cfc179dd8ded91a79836e57034c0ae2be3342939496e4b66d6aae1f72d00279d51f12b0651bd
          d179a283804b1c9bd8fbf7a841ec58158cdb31a0f834a8c5881067efcd2b692b227d3d926ccb8d38
          5b62202fcf516b8bd2a83467d759744433effe2e5b51096bb4f1c11c14aa776890b0dea57863d057
          647227e49accb494ff047b940aa6b3498cdf1a12b7da93cf5354b09ad5edb30d606c06319ab19091
          bcdc951eeab8fc86f05bcc2e66f0ed204c6fce4554a669f7f528f3255bd0c6bb4c98defc71d511fc
          91dbe67a49c811ea947656a12af2f9240b4be6f7763ad350a89e99a87cdc8cf0191020f4fb98c409
          715a48d635e3b80350b3d88256f250719865c71e175d4794022f450e59bcf510a36a92a996cc1b5a
          3cde9f237fd1b58ddfaa5b27c981c05f92783193b6d13650ba02d71497eb048fdb8e7c813332c894
          9d43efa0eeac0035e38f8607814b84a85758637363b36d65c7b7f9eebd5a5aec527f85617a04dbe6
          70a836d0f1f65ccd
          """
              .replace("\n", ""));

  /** The request of {@link Example}, to its key, with ChaCha20-Poly1305. */
  static final Bytes CHACHA20_REQUEST =
      Bytes.fromHex(
          "010020000100037c9c072d0ec1570d070b366332dda9285325d05a2322ed80ee"
              + "13221c62d63943f078e4771530e69ed8bea24aab08f5cdcab367210a0c20b1fc"
              + "e7f623f1bf7aefe37bc45c3960252040");

  private OtherImplementation() {}
}
