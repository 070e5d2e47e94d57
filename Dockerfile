# cxmap as an image: docker run --rm --volume "$PWD:/work" cxmap validate
FROM python:3.13-slim AS build
COPY . /source
RUN pip wheel --quiet --no-cache-dir --no-deps --wheel-dir /wheels /source

FROM python:3.13-slim
LABEL org.opencontainers.image.title="cxmap" \
      org.opencontainers.image.description="Customer journeys as code: validate, rank and draw plain YAML journey files" \
      org.opencontainers.image.source="https://github.com/cxmap/cxmap" \
      org.opencontainers.image.version="1.0.0" \
      org.opencontainers.image.licenses="MIT"
# git is for diff and trend --every; it takes a repository of another user's for what it is.
RUN apt-get update -qq && apt-get install -qq -y --no-install-recommends git && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory /work
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --quiet --no-cache-dir --no-compile "$(echo /wheels/cxmap-*.whl)[calendar,office,slides]" \
    && useradd --create-home cxmap
USER cxmap
WORKDIR /work
ENTRYPOINT ["cxmap"]
CMD ["--help"]
