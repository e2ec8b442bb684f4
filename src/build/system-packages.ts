/** Names the distribution's package of a file that a compiler did not find. */

export type Family = 'debian' | 'alpine';

interface Row {
  readonly debian: string;
  /** Absent where Alpine has no such package. */
  readonly alpine?: string;
  /** Headers (`ffi.h`, or `openssl/` for all under it), libraries (`-lffi`), programs, and names of pkg-config and CMake. */
  readonly has: string;
}

const rows: readonly Row[] = [
  {
    debian: 'build-essential',
    alpine: 'build-base',
    has: 'gcc cc g++ c++ clang make stdio.h stdlib.h limits.h features.h -lc -lm',
  },
  { debian: 'cargo', alpine: 'cargo', has: 'cargo rustc' },
  { debian: 'cmake', alpine: 'cmake', has: 'cmake' },
  { debian: 'ninja-build', alpine: 'samurai', has: 'ninja' },
  { debian: 'gfortran', alpine: 'gfortran', has: 'gfortran f95 -lgfortran' },
  { debian: 'pkg-config', alpine: 'pkgconf', has: 'pkg-config pkgconf' },
  { debian: 'golang', alpine: 'go', has: 'go' },
  { debian: 'git', alpine: 'git', has: 'git' },
  { debian: 'swig', alpine: 'swig', has: 'swig' },
  { debian: 'autoconf', alpine: 'autoconf', has: 'autoconf autoreconf' },
  { debian: 'patchelf', alpine: 'patchelf', has: 'patchelf' },
  { debian: 'linux-libc-dev', alpine: 'linux-headers', has: 'linux/' },
  { debian: 'libffi-dev', alpine: 'libffi-dev', has: 'ffi.h -lffi libffi' },
  { debian: 'libssl-dev', alpine: 'openssl-dev', has: 'openssl/ -lssl -lcrypto openssl libssl libcrypto' },
  { debian: 'zlib1g-dev', alpine: 'zlib-dev', has: 'zlib.h -lz zlib' },
  { debian: 'libbz2-dev', alpine: 'bzip2-dev', has: 'bzlib.h -lbz2 bzip2' },
  { debian: 'liblzma-dev', alpine: 'xz-dev', has: 'lzma.h -llzma liblzma' },
  { debian: 'libzstd-dev', alpine: 'zstd-dev', has: 'zstd.h -lzstd libzstd zstd' },
  { debian: 'liblz4-dev', alpine: 'lz4-dev', has: 'lz4.h -llz4 liblz4' },
  { debian: 'libsnappy-dev', alpine: 'snappy-dev', has: 'snappy.h snappy-c.h -lsnappy snappy' },
  { debian: 'libxml2-dev', alpine: 'libxml2-dev', has: 'libxml/ -lxml2 libxml-2.0 libxml2 xml2-config' },
  {
    debian: 'libxslt1-dev',
    alpine: 'libxslt-dev',
    has: 'libxslt/ libexslt/ -lxslt -lexslt libxslt xslt-config',
  },
  { debian: 'libpq-dev', alpine: 'libpq-dev', has: 'libpq-fe.h pg_config -lpq libpq postgresql' },
  {
    debian: 'default-libmysqlclient-dev pkg-config',
    alpine: 'mariadb-connector-c-dev pkgconf',
    has: 'mysql.h mysql/ mysql_config mariadb_config -lmysqlclient -lmariadb mysqlclient mariadb libmariadb',
  },
  { debian: 'unixodbc-dev', alpine: 'unixodbc-dev', has: 'sql.h sqlext.h -lodbc odbc' },
  { debian: 'libsqlite3-dev', alpine: 'sqlite-dev', has: 'sqlite3.h -lsqlite3 sqlite3' },
  { debian: 'libldap-dev', alpine: 'openldap-dev', has: 'ldap.h lber.h -lldap -lldap_r -llber ldap' },
  { debian: 'libsasl2-dev', alpine: 'cyrus-sasl-dev', has: 'sasl/ sasl.h -lsasl2 libsasl2' },
  {
    debian: 'libkrb5-dev',
    alpine: 'krb5-dev',
    has: 'gssapi/ gssapi.h krb5.h krb5-config -lgssapi_krb5 -lkrb5 krb5-gssapi krb5',
  },
  { debian: 'libyaml-dev', alpine: 'yaml-dev', has: 'yaml.h -lyaml yaml-0.1' },
  { debian: 'libjpeg-dev', alpine: 'libjpeg-turbo-dev', has: 'jpeglib.h -ljpeg libjpeg jpeg' },
  { debian: 'libpng-dev', alpine: 'libpng-dev', has: 'png.h -lpng libpng png' },
  { debian: 'libtiff-dev', alpine: 'tiff-dev', has: 'tiff.h tiffio.h -ltiff libtiff-4 tiff' },
  { debian: 'libwebp-dev', alpine: 'libwebp-dev', has: 'webp/ -lwebp libwebp' },
  {
    debian: 'libfreetype-dev',
    alpine: 'freetype-dev',
    has: 'ft2build.h freetype/ -lfreetype freetype2 freetype',
  },
  { debian: 'libcairo2-dev', alpine: 'cairo-dev', has: 'cairo.h cairo/ -lcairo cairo' },
  {
    debian: 'libgirepository1.0-dev',
    alpine: 'gobject-introspection-dev',
    has: 'girepository.h gobject-introspection-1.0',
  },
  { debian: 'libglib2.0-dev', alpine: 'glib-dev', has: 'glib.h glib-object.h -lglib-2.0 glib-2.0' },
  { debian: 'libgmp-dev', alpine: 'gmp-dev', has: 'gmp.h -lgmp gmp' },
  { debian: 'libmpfr-dev', alpine: 'mpfr-dev', has: 'mpfr.h -lmpfr mpfr' },
  { debian: 'libmpc-dev', alpine: 'mpc1-dev', has: 'mpc.h -lmpc' },
  { debian: 'libcurl4-openssl-dev', alpine: 'curl-dev', has: 'curl/ curl-config -lcurl libcurl curl' },
  { debian: 'libgit2-dev', alpine: 'libgit2-dev', has: 'git2.h git2/ -lgit2 libgit2' },
  { debian: 'libzmq3-dev', alpine: 'zeromq-dev', has: 'zmq.h -lzmq libzmq zeromq' },
  { debian: 'librdkafka-dev', alpine: 'librdkafka-dev', has: 'librdkafka/ rdkafka.h -lrdkafka rdkafka' },
  { debian: 'libhdf5-dev', alpine: 'hdf5-dev', has: 'hdf5.h -lhdf5 hdf5' },
  { debian: 'libgeos-dev', alpine: 'geos-dev', has: 'geos_c.h geos-config -lgeos_c geos' },
  { debian: 'libproj-dev', alpine: 'proj-dev', has: 'proj.h proj_api.h -lproj proj' },
  { debian: 'libgdal-dev', alpine: 'gdal-dev', has: 'gdal.h gdal-config -lgdal gdal' },
  {
    debian: 'libopenblas-dev',
    alpine: 'openblas-dev',
    has: 'cblas.h lapacke.h -lopenblas -lblas -llapack openblas blas lapack',
  },
  { debian: 'libsodium-dev', alpine: 'libsodium-dev', has: 'sodium.h -lsodium libsodium sodium' },
  { debian: 'libev-dev', alpine: 'libev-dev', has: 'ev.h -lev' },
  { debian: 'libevent-dev', alpine: 'libevent-dev', has: 'event.h event2/ -levent libevent' },
  { debian: 'libuv1-dev', alpine: 'libuv-dev', has: 'uv.h -luv libuv' },
  { debian: 'libpcre2-dev', alpine: 'pcre2-dev', has: 'pcre2.h -lpcre2-8 libpcre2-8' },
  {
    debian: 'libncurses-dev',
    alpine: 'ncurses-dev',
    has: 'curses.h ncurses.h -lncurses -lncursesw -ltinfo ncurses',
  },
  { debian: 'libreadline-dev', alpine: 'readline-dev', has: 'readline/ -lreadline readline' },
  { debian: 'uuid-dev', alpine: 'util-linux-dev', has: 'uuid/ uuid.h -luuid uuid' },
  { debian: 'libsystemd-dev', has: 'systemd/ -lsystemd libsystemd' },
  { debian: 'libdbus-1-dev', alpine: 'dbus-dev', has: 'dbus/ -ldbus-1 dbus-1' },
  { debian: 'libusb-1.0-0-dev', alpine: 'libusb-dev', has: 'libusb.h libusb-1.0/ -lusb-1.0 libusb-1.0' },
  { debian: 'libpcap-dev', alpine: 'libpcap-dev', has: 'pcap.h pcap/ -lpcap libpcap' },
  { debian: 'portaudio19-dev', alpine: 'portaudio-dev', has: 'portaudio.h -lportaudio portaudio-2.0' },
  { debian: 'libmagic-dev', alpine: 'file-dev', has: 'magic.h -lmagic libmagic' },
  { debian: 'libboost-dev', alpine: 'boost-dev', has: 'boost/ boost' },
  {
    debian: 'libprotobuf-dev protobuf-compiler',
    alpine: 'protobuf-dev',
    has: 'google/ protoc -lprotobuf protobuf',
  },
];

const index: ReadonlyMap<string, Row> = new Map(
  rows.flatMap((row) => row.has.split(' ').map((name) => [name, row])),
);

/**
 * The packages that have a header, a library (`-lNAME`), a program or a pkg-config or CMake name, as one would write
 * them in `build_packages`; undefined where the table does not know it.
 */
export function packagesWith(name: string, family?: Family): string | undefined {
  const folder = /^[^/]+\//.exec(name)?.[0];
  const row =
    index.get(name) ??
    (folder === undefined ? undefined : index.get(folder)) ??
    index.get(name.toLowerCase());
  if (row === undefined) return undefined;
  if (family !== undefined) return row[family];
  if (row.alpine === row.debian) return row.debian;
  return row.alpine === undefined
    ? `${row.debian} (Debian)`
    : `${row.debian} (Debian) or ${row.alpine} (Alpine)`;
}
