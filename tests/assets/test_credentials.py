"""Content Credentials: what manifests say, and that nothing else happens. Signed files need the extra `credentials`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.assets import Rights, rights_in
from deckmaker.assets.rights.credentials import rights_of_credentials, rights_of_manifest
from tests.assets.reading_back import found, made
from tests.assets.samples import picture, saved
from tests.assets.secrets import tagged

CODES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
AI, CAMERA, BOTH = (
    CODES + name for name in ("trainedAlgorithmicMedia", "digitalCapture", "compositeWithTrainedAlgorithmicMedia")
)
FORMATS = {"JPEG": "jpeg", "PNG": "png", "WEBP": "webp", "TIFF": "tiff"}


def actions(*types: str) -> dict[str, Any]:
    """Return an assertion of actions with these digital source types."""
    said = [{"action": "c2pa.created", "digitalSourceType": one} for one in types]
    return {"label": "c2pa.actions.v2", "data": {"actions": [*said, {"action": "c2pa.resized"}]}}


def work(**people: Any) -> dict[str, Any]:
    """Return an assertion of schema.org's CreativeWork."""
    return {"label": "stds.schema-org.CreativeWork", "data": {"@type": "CreativeWork", **people}}


LIND, PRESS = {"@type": "Person", "name": "A. Lind"}, {"@type": "Organization", "name": "Harbour Press"}


@pytest.mark.parametrize(
    ("assertions", "rights"),
    [
        ([actions(AI)], Rights(digital_source_type=AI)),
        ([actions(CAMERA)], Rights(digital_source_type=CAMERA)),
        ([actions(CAMERA, BOTH)], Rights(digital_source_type=BOTH)),
        ([actions(), actions(AI, CAMERA)], Rights(digital_source_type=AI)),
        ([work(author=[LIND, {"name": "B. Berg"}])], Rights(creator=("A. Lind", "B. Berg"))),
        ([work(author=LIND, producer=PRESS)], Rights(creator=("A. Lind",))),
        ([work(producer=PRESS)], Rights(creator=("Harbour Press",))),
        ([work(author="A. Lind"), work(author=[{"name": 7}, None])], Rights()),
        ([{"label": "cawg.other", "data": {"author": LIND}}], Rights()),
        ([], Rights()),
    ],
)
def test_authors_and_source_types_are_read(assertions: list[Any], rights: Rights) -> None:
    """Nothing else is: who signed a file, and with which program, owns nothing."""
    manifest = {"title": "a.jpg", "signature_info": {"issuer": "CA"}, "assertions": assertions}
    assert rights_of_manifest(manifest) == rights


KEYS = st.sampled_from(["assertions", "data", "label", "author", "producer", "name", "actions", "digitalSourceType"])
LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("stds.schema-org.CreativeWork")


@pytest.mark.slow
@given(st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=30))
def test_a_manifest_of_any_shape_is_read(manifest: Any) -> None:
    """Whoever signs may write what they like."""
    assert isinstance(rights_of_manifest(manifest), Rights)


def test_without_the_extra_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is said of it."""
    monkeypatch.setitem(sys.modules, "c2pa", None)
    assert rights_of_credentials(BytesIO(b"anything"), "jpeg") == Rights()


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a manifest that is elsewhere nor a list of certificates."""
    settings: list[dict[str, dict[str, bool]]] = []

    class Settings:
        from_dict = settings.append

    stand_in: Any = ModuleType("c2pa")
    stand_in.Settings = Settings
    monkeypatch.setitem(sys.modules, "c2pa", stand_in)
    assert rights_of_credentials(BytesIO(b"anything"), "jpeg") == Rights()
    assert settings == [{"verify": {"remote_manifest_fetch": False, "ocsp_fetch": False}}]


@pytest.fixture(scope="module")
def signed() -> Callable[[str], bytes]:
    """Return how to sign a picture of a format, with a certificate of our own: an AI made it, says A. Lind."""
    c2pa = pytest.importorskip("c2pa", reason="the extra `credentials` is not installed")
    chain, key = certificates_and_key()
    signer = c2pa.Signer.from_info(c2pa.C2paSignerInfo(b"es256", chain, key, None))
    manifest = json.dumps(
        {"claim_generator_info": [{"name": "test", "version": "1"}], "assertions": [actions(AI), work(author=[LIND])]}
    )

    def sign(format: str) -> bytes:
        signed = BytesIO()
        source = BytesIO(saved(picture(), format))
        c2pa.Builder(manifest).sign(signer, f"image/{FORMATS[format]}", source, signed)
        return signed.getvalue()

    return sign


def certificates_and_key() -> tuple[bytes, bytes]:
    """Return a signer's certificate and its issuer's, and the signer's key, as PEM; valid for a century."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    root, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    start = datetime(2024, 1, 1)

    def certificate(name: str, key: ec.EllipticCurvePrivateKey, authority: bool) -> bytes:
        """Return a certificate with what C2PA 2.2, 14.5.1 asks for."""
        names = [x509.Name([x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, one)]) for one in (name, "root")]
        usage = dict.fromkeys(
            ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "crl_sign"), False
        )
        building = (
            x509.CertificateBuilder(names[1], names[0], key.public_key(), x509.random_serial_number())
            .not_valid_before(start)
            .not_valid_after(start + timedelta(days=36_500))
            .add_extension(x509.BasicConstraints(authority, None), critical=True)
            .add_extension(
                x509.KeyUsage(
                    digital_signature=not authority,
                    key_cert_sign=authority,
                    encipher_only=False,
                    decipher_only=False,
                    **usage,
                ),
                critical=True,
            )
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(root.public_key()), critical=False)
        )
        if not authority:
            mail = x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.EMAIL_PROTECTION])
            building = building.add_extension(mail, critical=False)
        return building.sign(root, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)

    key = own.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return certificate("signer", own, authority=False) + certificate("root", root, authority=True), key


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("format", FORMATS)
def test_a_signed_picture_says_who_made_it(format: str, signed: Callable[[str], bytes], tmp_path: Path) -> None:
    """In all formats that can hold credentials; outputs get what they say as XMP, not the signature."""
    data = signed(format)
    assert rights_in(found(tmp_path, data)) == Rights(creator=("A. Lind",), digital_source_type=AI)
    output = made(tmp_path, data)
    assert b"A. Lind" in output and b"c2pa" not in output


def test_a_picture_that_was_changed_after_it_was_signed_says_nothing(
    signed: Callable[[str], bytes], tmp_path: Path
) -> None:
    """The credentials are another picture's."""
    data = signed("JPEG")
    assert rights_in(found(tmp_path, data[:-20] + bytes(18) + data[-2:])) == Rights()


@pytest.mark.outside
def test_xmp_counts_before_credentials(signed: Callable[[str], bytes], tmp_path: Path) -> None:
    """An editor may have written more since; a signature that no longer holds takes the rest away."""
    data = tagged(signed("JPEG"), "jpg", tmp_path, {"XMP-dc:Creator": "B. Berg"})
    assert rights_in(found(tmp_path, data)) == Rights(creator=("B. Berg",))
