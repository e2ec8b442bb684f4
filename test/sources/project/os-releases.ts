/** The files of images' /etc that say which distribution it is; of os-release, the lines that matter. */
export const etcs = {
  'Debian 12': {
    'os-release':
      'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nVERSION="12 (bookworm)"\nVERSION_CODENAME=bookworm\nID=debian\nHOME_URL="https://www.debian.org/"\n',
    debian_version: '12.9\n',
  },
  'Debian sid': {
    'os-release':
      'PRETTY_NAME="Debian GNU/Linux trixie/sid"\nNAME="Debian GNU/Linux"\nVERSION_CODENAME=trixie\nID=debian\n',
    debian_version: 'trixie/sid\n',
  },
  'Debian 9': { 'os-release': 'NAME="Debian GNU/Linux"\nVERSION_ID="9"\nVERSION="9 (stretch)"\nID=debian\n' },
  'Ubuntu 22.04': {
    'os-release':
      'PRETTY_NAME="Ubuntu 22.04.5 LTS"\nNAME="Ubuntu"\nVERSION_ID="22.04"\nVERSION="22.04.5 LTS (Jammy Jellyfish)"\nVERSION_CODENAME=jammy\nID=ubuntu\nID_LIKE=debian\nUBUNTU_CODENAME=jammy\n',
  },
  'Ubuntu 14.04': {
    'os-release':
      'NAME="Ubuntu"\nVERSION="14.04.6 LTS, Trusty Tahr"\nID=ubuntu\nID_LIKE=debian\nVERSION_ID="14.04"\n',
  },
  'an old Ubuntu with a code name of its own field': {
    'os-release': 'VERSION="15.10 (Wily Werewolf)"\nID=ubuntu\nVERSION_ID="15.10"\nUBUNTU_CODENAME=wily\n',
  },
  'Pop!_OS': {
    'os-release':
      'NAME="Pop!_OS"\nVERSION="22.04 LTS"\nID=pop\nID_LIKE="ubuntu debian"\nVERSION_ID="22.04"\nVERSION_CODENAME=jammy\n',
  },
  'Alpine 3.20': {
    'os-release':
      'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.20.3\nPRETTY_NAME="Alpine Linux v3.20"\nHOME_URL="https://alpinelinux.org/"\n',
    'alpine-release': '3.20.3\n',
  },
  'Alpine edge': { 'os-release': 'ID=alpine\nVERSION_ID=3.22_alpha20250108\n' },
  'Fedora 41': {
    'os-release':
      "NAME='Fedora Linux'\nVERSION='41 (Container Image)'\nID=fedora\nVERSION_ID=41\nVERSION_CODENAME=\"\"\n",
  },
  'Fedora 22': { 'os-release': 'VERSION="22 (Twenty Two)"\nID=fedora\nVERSION_ID=22\n' },
  'CentOS 7': {
    'os-release':
      'NAME="CentOS Linux"\nVERSION="7 (Core)"\nID="centos"\nID_LIKE="rhel fedora"\nVERSION_ID="7"\n',
  },
  'Rocky Linux 9': {
    'os-release':
      'NAME="Rocky Linux"\r\nVERSION="9.5 (Blue Onyx)"\r\nID="rocky"\r\nID_LIKE="rhel centos fedora"\r\nVERSION_ID="9.5"\r\n',
  },
  AlmaLinux: { 'os-release': 'VERSION="8.10 (Cerulean Leopard)"\nID="almalinux"\nVERSION_ID="8.10"\n' },
  'Red Hat 9': {
    'os-release': 'NAME="Red Hat Enterprise Linux"\nVERSION="9.4 (Plow)"\nID="rhel"\nVERSION_ID="9.4"\n',
  },
  'Red Hat 7 Server': {
    'os-release':
      'NAME="Red Hat Enterprise Linux Server"\nVERSION="7.9 (Maipo)"\nID="rhel"\nVERSION_ID="7.9"\n',
  },
  'Red Hat 8 Workstation': {
    'os-release': 'NAME="Red Hat Enterprise Linux Workstation"\nVERSION="8.1"\nID="rhel"\nVERSION_ID="8.1"\n',
  },
  'a Red Hat of an old name': { 'os-release': 'ID="RedHatEnterpriseServer"\nVERSION_ID="6.5"\n' },
  'Oracle Linux': { 'os-release': 'NAME="Oracle Linux Server"\nVERSION="9.4"\nID="ol"\nVERSION_ID="9.4"\n' },
  'Amazon Linux': { 'os-release': 'NAME="Amazon Linux"\nVERSION="2023"\nID="amzn"\nVERSION_ID="2023"\n' },
  'openSUSE Leap': {
    'os-release': 'NAME="openSUSE Leap"\nVERSION="15.6"\nID="opensuse-leap"\nVERSION_ID="15.6"\n',
  },
  'openSUSE Tumbleweed': {
    'os-release':
      'NAME="openSUSE Tumbleweed"\n# VERSION="20250101"\nID="opensuse-tumbleweed"\nVERSION_ID="20250101"\n',
  },
  SLES: { 'os-release': 'NAME="SLES"\nVERSION="15-SP6"\nVERSION_ID="15.6"\nID="sles"\n' },
  Arch: { 'os-release': 'NAME="Arch Linux"\nPRETTY_NAME="Arch Linux"\nID=arch\nBUILD_ID=rolling\n' },
  Manjaro: { 'os-release': 'NAME="Manjaro Linux"\nID=manjaro\nID_LIKE=arch\n' },
  Gentoo: { 'os-release': 'NAME=Gentoo\nID=gentoo\nVERSION_ID="2.17"\n' },
  'a release in a pretty name alone': {
    'os-release': 'ID=alpine\nPRETTY_NAME="Some Linux v7.1-rc2 LTS (Late Code)"\n',
  },
  'words as a shell reads them': {
    'os-release': `ID="al"'pi'ne # not this ID=debian\nVERSION_ID=3\\.2"0" VERSION="a\\"b (x\\\\y\\$)"\nBAD WORD\n`,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
