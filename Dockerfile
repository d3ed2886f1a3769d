# Two stages: the first unpacks the pinned wheels, the second holds only what runs.
FROM python:3.13-slim-trixie AS wheels
COPY .ci/requirements.txt /requirements.txt
RUN python -m venv /opt/sitrep \
    && /opt/sitrep/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --only-binary :all: -r /requirements.txt

FROM python:3.13-slim-trixie
RUN groupadd --gid 10001 sitrep \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin sitrep \
    && install -d -o 10001 -g 10001 /data
COPY --from=wheels /opt/sitrep /opt/sitrep
WORKDIR /app
COPY config.yaml ./
COPY seeds ./seeds
COPY bot ./bot
ENV PATH=/opt/sitrep/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER 10001:10001
VOLUME ["/data"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run", "--database", "/data/sitrep.db"]
